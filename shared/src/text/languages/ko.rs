//! Korean.
//!
//! Not reviewed by a native speaker yet: see docs/languages.md.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "시 직원과 채팅",
        Text::APersonAnswers => "로봇이 아닌 사람이 답합니다",
        Text::Emergency => "응급 상황인가요?",
        Text::WaterRoads => "수도, 도로",
        Text::ReadAlong => "관리자가 이 채팅을 함께 읽을 수 있습니다.",
        Text::HowCanWeHelp => "무엇을 도와드릴까요?",
        Text::Topic => "주제",
        Text::Language => "언어",
        Text::StartChat => "채팅 시작",
        Text::Starting => "시작하는 중…",
        Text::StartPromise => {
            "카드 번호나 사회보장번호는 보내지 마세요. 저희가 삭제합니다. 이 채팅은 오늘 밤 삭제됩니다."
        }
        Text::YouAreInLine => "대기 중입니다",
        Text::WhileYouWait => {
            "직원들이 지금 다른 분들을 돕고 있습니다. 이 페이지에서 기다리시면 사람이 답합니다. 용건을 미리 적으셔도 됩니다."
        }
        Text::OrWriteTo => "또는 다음으로 메일을 보내세요:",
        Text::LeaveLine => "대기 취소",
        Text::Messages => "메시지",
        Text::YourMessage => "내 메시지",
        Text::WriteMessage => "메시지를 쓰세요",
        Text::Send => "보내기",
        Text::DeletedTonight => "오늘 밤 삭제됩니다. 직원은 사본을 보관하지 않습니다.",
        Text::YouSaid => "나:",
        Text::Sending => "보내는 중…",
        Text::Sent => "보냄",
        Text::Delivered => "전달됨",
        Text::NotSentYet => "아직 보내지 못했습니다. 다시 시도하는 중…",
        Text::NotSent => "보내지 못했습니다.",
        Text::WillBeRemoved => "보내기 전에 이 내용을 뺍니다",
        Text::WhyPayment => "직원은 카드 번호나 은행 계좌 번호를 보거나 보관할 수 없습니다.",
        Text::WhyPersonal => "채팅에서 시는 이 정보가 필요하지 않습니다.",
        Text::PaySafely => "이 채팅 밖에서 안전하게 결제하세요",
        Text::PaymentRemoved => {
            "결제 정보가 기기를 떠나기 전에 삭제했습니다. 여기 있는 누구도 보거나 보관할 수 없습니다."
        }
        Text::HowToPay => "시 웹페이지나 전화로 결제하세요. 여기에 카드 번호나 계좌 번호를 보내지 마세요.",
        Text::PayOnline => "온라인 결제",
        Text::StillThere => "아직 계신가요?",
        Text::ClosesSoon => "응답이 없으면 채팅이 곧 닫힙니다. 메시지를 쓰거나 버튼을 누르세요.",
        Text::StillHere => "아직 있습니다",
        Text::ComeBack => "언제든지 새 채팅을 시작하거나 전화하실 수 있습니다.",
        Text::ChatEnded => "채팅이 끝났습니다",
        Text::EndedPromise => "닫을 때까지 여기에서 읽을 수 있습니다. 오늘 밤 삭제됩니다.",
        Text::Kept => {
            "직원이 이 채팅을 검토하도록 표시했습니다. 검토가 끝날 때까지 보관되며 오늘 밤 삭제되지 않습니다."
        }
        Text::EndedKept => {
            "닫을 때까지 여기에서 읽을 수 있습니다. 직원이 검토하도록 표시하여 끝날 때까지 보관됩니다."
        }
        Text::EndAndForget => "종료하고 바로 삭제",
        Text::ForgottenPromise => "시가 이 채팅을 삭제했습니다. 닫으면 여기에서도 사라집니다.",
        Text::StartNewChat => "새 채팅 시작",
        Text::Connecting => "연결하는 중…",
        Text::NoConnection => "지금 연결되어 있지 않습니다",
        Text::NothingIsLost => "계속 시도하고 있습니다. 쓰신 내용은 사라지지 않습니다.",
        Text::ConnectionBack => "다시 연결되었습니다.",
        Text::EndChat => "채팅 종료",
        Text::EndChatSure => "이 채팅을 종료할까요?",
        Text::KeepTalking => "계속 대화",
        Text::Minimise => "채팅 최소화",
        Text::WordSize => "글자 크기: 3단계 중 {}단계",
        Text::CannotOpen => "지금은 채팅을 열 수 없습니다",
        Text::UnknownCity => "이 페이지가 요청한 채팅이 없습니다. 전화해 주세요.",
        Text::CannotReach => "시에 연결할 수 없습니다. 연결을 확인하고 다시 시도하거나 전화해 주세요.",
        Text::CallOffice => "시 사무실",
        Text::TryAgain => "다시 시도",
        Text::Reload => "채팅 새로 고침",
        Text::ClosedNow => "지금은 채팅이 닫혀 있습니다",
        Text::LastChatGone => {
            "오늘의 마지막 채팅이 시작되었습니다. 직원들은 아직 대기 중인 분들을 돕고 있습니다."
        }
        Text::OpensAgain => "다시 여는 때:",
        Text::Hours => "운영 시간",
        Text::NoHours => "이 주제의 운영 시간이 게시되어 있지 않습니다. 전화하거나 메일을 보내 주세요.",
        Text::ClosedForNow => "시에서 지금은 채팅을 닫았습니다. 전화하거나 메시지를 남겨 주세요.",
        Text::Meanwhile => "지금 하실 수 있는 일",
        Text::HoldMessage => {
            "지금 다른 분들을 돕고 있어 바로 답할 수 없습니다. 기다려 주시면 직원이 도와드립니다."
        }
        Text::NextInLine => "다음 차례입니다.",
        Text::Close => "닫기",
        Text::SurveyTitle => "짧은 질문 두 가지",
        Text::SurveySatisfied => "도움에 만족하셨나요?",
        Text::SurveySolved => "용건이 해결되었나요?",
        Text::Yes => "예",
        Text::Partly => "일부",
        Text::No => "아니요",
        Text::SurveySend => "답변 보내기",
        Text::Skip => "건너뛰기",
        Text::SurveyThanks => "감사합니다. 답변은 이름 없이 집계됩니다.",
        Text::LeaveMessage => "메시지 남기기",
        Text::Contact => "전화번호 또는 이메일",
        Text::ContactNeeded => "답변할 수 있도록 전화번호나 이메일을 적어 주세요.",
        Text::MessageNeeded => "먼저 메시지를 적어 주세요.",
        Text::SendMessage => "메시지 보내기",
        Text::MessagePromise => {
            "카드 번호나 사회보장번호는 보내지 마세요. 저희가 삭제합니다. 메시지는 답변 후 삭제됩니다."
        }
        Text::MessageTaken => "메시지를 받았습니다.",
        Text::MessageKept => "이 건으로 전화하실 때 이 번호를 말씀해 주세요. 메시지는 답변 후 삭제됩니다.",
        Text::Back => "뒤로",
        Text::MaskCard => "카드 번호 삭제됨",
        Text::MaskCode => "보안 코드 삭제됨",
        Text::MaskExpiry => "카드 유효기간 삭제됨",
        Text::MaskCardData => "카드 정보 삭제됨",
        Text::MaskRouting => "은행 라우팅 번호 삭제됨",
        Text::MaskBank => "은행 계좌 삭제됨",
        Text::MaskSsn => "사회보장번호 삭제됨",
        Text::MaskItin => "납세자 번호 삭제됨",
        Text::MaskEin => "고용주 번호 삭제됨",
        Text::MaskLicense => "면허 번호 삭제됨",
        Text::MaskPassport => "여권 번호 삭제됨",
        Text::MaskBirth => "생년월일 삭제됨",
        Text::MaskMedicare => "Medicare 번호 삭제됨",
        Text::MaskHealth => "건강보험 번호 삭제됨",
        Text::MaskPassword => "비밀번호 삭제됨",
        Text::MaskPin => "PIN 삭제됨",
        Text::MaskOtp => "일회용 코드 삭제됨",
        Text::MaskIdentity => "신분증 번호 삭제됨",
        Text::Unreadable => "내용을 읽을 수 없습니다. 페이지를 새로 고치고 다시 시도하세요.",
        Text::Oversized => "메시지가 너무 깁니다. 4,000자 이하로 나누어 보내세요.",
        Text::NothingWritten => "메시지가 비어 있습니다. 먼저 내용을 쓰세요.",
        Text::TooFast => "한꺼번에 너무 많이 보냈습니다. 몇 초 후에 다시 보내세요.",
        Text::SentTwice => "이 메시지는 이미 다른 내용으로 보냈습니다. 다시 써 주세요.",
        Text::ChatGone => "이 채팅은 없거나 삭제되었습니다. 새 채팅을 시작하세요.",
        Text::ChatOver => "이 채팅은 끝났습니다. 더 필요하시면 새 채팅을 시작하세요.",
        Text::WrongPage => "이 페이지에서는 시 채팅을 사용할 수 없습니다. 전화해 주세요.",
        Text::SignInAgain => "채팅을 다시 시작해 주세요.",
        Text::AccessOver => "이 채팅에 들어올 수 있는 시간이 지났습니다. 다시 시작하세요.",
        Text::OldPage => "이 페이지는 이전 버전입니다. 새로 고치세요.",
        Text::TooManyTabs => "이 채팅이 너무 많은 탭에서 열려 있습니다. 하나를 닫고 다시 시도하세요.",
        Text::ChatFull => "이 채팅은 최대 길이에 이르렀습니다. 새 채팅을 시작하세요.",
        Text::NoAnswer => "지금 채팅이 응답하지 않습니다. 사라진 내용은 없습니다. 다시 시도하세요.",
        Text::NotSetUp => "시 채팅이 아직 준비되지 않았습니다. 전화해 주세요.",
        Text::ClosedHour => "이 시간에는 채팅을 시작할 수 없습니다. 전화하거나 나중에 다시 오세요.",
        Text::EndedForgotten => "채팅을 종료했습니다. 삭제되었습니다.",
        Text::EndedOffTopic => "이 채팅은 시 업무를 위한 것이어서 종료되었습니다.",
        Text::EndedWrongDepartment => "다른 부서가 도와드릴 수 있어 이 채팅은 종료되었습니다.",
        Text::EndedAbuse => "경고 후 시가 채팅을 종료했습니다.",
        Text::EndedDayOver => "시의 하루 업무가 끝나 채팅이 닫혔습니다.",
        Text::EndedSilent => "응답이 없어 채팅이 닫혔습니다.",
        Text::EndedLeftLine => "대기를 취소했습니다.",
        Text::EndedByResident => "채팅을 종료했습니다.",
        Text::EndedByStaff => "시가 채팅을 종료했습니다.",
        Text::EndedByPolicy => "채팅이 닫혔습니다.",
        Text::Joined => "{}님({}, {})이 도와드립니다.",
        Text::IsTyping => "{}님이 입력 중입니다",
        Text::Today => "오늘 {}",
        Text::AheadOne => "앞에 1명이 있습니다.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => "앞에 {}명이 있습니다.",
        Text::Wait => "약 {}~{}분 걸립니다.",
        Text::Call => "{}에 전화",
        Text::SmsTo => "{}에 문자 보내기",
        Text::TooLong => "이 내용은 {}자입니다. 메시지는 4,000자까지 가능합니다. 나누어 보내 주세요.",
        Text::HearBy => "{}까지 답변을 드립니다.",
        Text::Number => "번호 {}",
        Text::LifeTitle => "지금 {}에 전화하세요",
        Text::CrisisTitle => "혼자가 아닙니다. 지금 이야기를 나누세요",
        Text::CityTitle => "지금 전화로 알려 주세요",
        Text::PoliceTitle => "비응급 전화로 연락하세요",
        Text::LifeAdvice => {
            "다친 사람이나 위험에 처한 사람이 있으면 여기서 답을 기다리지 마세요. 가능하면 먼저 안전한 곳으로 가세요."
        }
        Text::CrisisAdvice => "훈련받은 사람들이 밤낮으로 무료로 들어 드립니다. 여기에 계속 쓰셔도 됩니다.",
        Text::CityAdvice => "시의 응급 전화에서 처리합니다. 여기서 답을 기다리지 않으셔도 됩니다.",
        Text::PoliceAdvice => "경찰과 소방에서 전화로 처리합니다.",
        Text::Danger => "위험에 처한 사람이 있으면 {}에 전화하세요.",
    }
}
