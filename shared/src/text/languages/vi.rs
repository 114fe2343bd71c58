//! Vietnamese.
//!
//! Not reviewed by a native speaker yet: see docs/languages.md.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Trò chuyện với nhân viên Thành phố",
        Text::APersonAnswers => "Người thật trả lời, không phải robot",
        Text::Emergency => "Khẩn cấp?",
        Text::WaterRoads => "Nước, đường sá",
        Text::ReadAlong => "Người giám sát có thể đọc cuộc trò chuyện này.",
        Text::HowCanWeHelp => "Chúng tôi có thể giúp gì cho quý vị?",
        Text::Topic => "Chủ đề",
        Text::Language => "Ngôn ngữ",
        Text::StartChat => "Bắt đầu trò chuyện",
        Text::Starting => "Đang bắt đầu…",
        Text::StartPromise => {
            "Xin đừng gửi số thẻ hay số An sinh Xã hội; chúng tôi sẽ xóa chúng. Cuộc trò chuyện này được xóa tối nay."
        }
        Text::YouAreInLine => "Quý vị đang xếp hàng",
        Text::WhileYouWait => {
            "Nhân viên đang giúp người khác. Hãy ở lại trang này, sẽ có người trả lời. Quý vị có thể viết trước nội dung cần hỏi."
        }
        Text::OrWriteTo => "Hoặc viết thư đến",
        Text::LeaveLine => "Rời hàng chờ",
        Text::Messages => "Tin nhắn",
        Text::YourMessage => "Tin nhắn của quý vị",
        Text::WriteMessage => "Viết tin nhắn",
        Text::Send => "Gửi",
        Text::DeletedTonight => "Được xóa tối nay. Nhân viên không giữ bản sao.",
        Text::YouSaid => "Quý vị:",
        Text::Sending => "Đang gửi…",
        Text::Sent => "Đã gửi",
        Text::Delivered => "Đã nhận",
        Text::NotSentYet => "Chưa gửi được. Đang thử lại…",
        Text::NotSent => "Chưa gửi.",
        Text::WillBeRemoved => "Chúng tôi bỏ phần này trước khi gửi",
        Text::WhyPayment => "Nhân viên không được xem hoặc giữ số thẻ hay số tài khoản ngân hàng.",
        Text::WhyPersonal => "Thành phố không cần thông tin này trong cuộc trò chuyện.",
        Text::PaySafely => "Thanh toán an toàn, ngoài cuộc trò chuyện này",
        Text::PaymentRemoved => {
            "Chúng tôi đã xóa dữ liệu thanh toán trước khi nó rời thiết bị của quý vị. Không ai ở đây có thể xem hoặc giữ nó."
        }
        Text::HowToPay => {
            "Hãy thanh toán trên trang của Thành phố hoặc qua điện thoại. Xin đừng gửi số thẻ hay số tài khoản ở đây."
        }
        Text::PayOnline => "Thanh toán trực tuyến",
        Text::StillThere => "Quý vị còn ở đó không?",
        Text::ClosesSoon => "Nếu không có hồi âm, cuộc trò chuyện sẽ sớm đóng. Hãy viết hoặc bấm nút.",
        Text::StillHere => "Tôi vẫn ở đây",
        Text::ComeBack => "Quý vị có thể bắt đầu cuộc trò chuyện mới bất cứ lúc nào, hoặc gọi điện.",
        Text::ChatEnded => "Cuộc trò chuyện đã kết thúc",
        Text::EndedPromise => "Quý vị có thể đọc ở đây cho đến khi đóng. Nội dung được xóa tối nay.",
        Text::Kept => {
            "Nhân viên đã đánh dấu cuộc trò chuyện này để xem xét. Nó được giữ đến khi xong và không bị xóa tối nay."
        }
        Text::EndedKept => {
            "Quý vị có thể đọc ở đây cho đến khi đóng. Nhân viên đã đánh dấu để xem xét, nên nó được giữ đến khi xong."
        }
        Text::EndAndForget => "Kết thúc và xóa ngay",
        Text::ForgottenPromise => {
            "Thành phố đã xóa cuộc trò chuyện này. Khi quý vị đóng, nội dung ở đây cũng mất."
        }
        Text::StartNewChat => "Bắt đầu cuộc trò chuyện mới",
        Text::Connecting => "Đang kết nối…",
        Text::NoConnection => "Hiện không có kết nối",
        Text::NothingIsLost => "Chúng tôi tiếp tục thử. Những gì quý vị viết không bị mất.",
        Text::ConnectionBack => "Đã kết nối lại.",
        Text::EndChat => "Kết thúc trò chuyện",
        Text::EndChatSure => "Kết thúc cuộc trò chuyện này?",
        Text::KeepTalking => "Tiếp tục trò chuyện",
        Text::Minimise => "Thu nhỏ cuộc trò chuyện",
        Text::WordSize => "Cỡ chữ: {} trên 3",
        Text::CannotOpen => "Hiện không thể mở cuộc trò chuyện",
        Text::UnknownCity => "Trang này yêu cầu một cuộc trò chuyện không tồn tại. Xin hãy gọi điện.",
        Text::CannotReach => {
            "Chúng tôi không liên lạc được với Thành phố. Hãy kiểm tra kết nối và thử lại, hoặc gọi điện."
        }
        Text::CallOffice => "Văn phòng Thành phố",
        Text::TryAgain => "Thử lại",
        Text::Reload => "Tải lại cuộc trò chuyện",
        Text::ClosedNow => "Hiện đã ngừng trò chuyện",
        Text::LastChatGone => {
            "Cuộc trò chuyện cuối cùng trong ngày đã bắt đầu. Nhân viên vẫn đang giúp những người xếp hàng."
        }
        Text::OpensAgain => "Mở lại vào",
        Text::Hours => "Giờ làm việc",
        Text::NoHours => "Chủ đề này không có giờ làm việc được đăng. Xin hãy gọi điện hoặc viết thư.",
        Text::ClosedForNow => "Thành phố tạm ngừng trò chuyện. Xin hãy gọi điện hoặc để lại lời nhắn.",
        Text::Meanwhile => "Quý vị có thể làm gì bây giờ",
        Text::HoldMessage => {
            "Chúng tôi đang giúp người khác và chưa thể trả lời ngay. Nếu quý vị chờ được, sẽ có người đến giúp."
        }
        Text::NextInLine => "Quý vị là người kế tiếp.",
        Text::Close => "Đóng",
        Text::SurveyTitle => "Hai câu hỏi ngắn",
        Text::SurveySatisfied => "Quý vị có hài lòng với sự giúp đỡ không?",
        Text::SurveySolved => "Việc của quý vị đã được giải quyết chưa?",
        Text::Yes => "Có",
        Text::Partly => "Một phần",
        Text::No => "Không",
        Text::SurveySend => "Gửi câu trả lời",
        Text::Skip => "Bỏ qua",
        Text::SurveyThanks => "Cảm ơn quý vị. Câu trả lời được đếm mà không kèm tên.",
        Text::LeaveMessage => "Để lại lời nhắn",
        Text::Contact => "Số điện thoại hoặc email của quý vị",
        Text::ContactNeeded => "Xin viết số điện thoại hoặc email để chúng tôi có thể trả lời.",
        Text::MessageNeeded => "Xin viết lời nhắn trước.",
        Text::SendMessage => "Gửi lời nhắn",
        Text::MessagePromise => {
            "Xin đừng gửi số thẻ hay số An sinh Xã hội; chúng tôi sẽ xóa chúng. Lời nhắn được xóa sau khi trả lời."
        }
        Text::MessageTaken => "Chúng tôi đã nhận lời nhắn của quý vị.",
        Text::MessageKept => {
            "Nếu quý vị gọi về việc này, hãy cho biết số này. Lời nhắn được xóa sau khi trả lời."
        }
        Text::Back => "Quay lại",
        Text::MaskCard => "đã xóa số thẻ",
        Text::MaskCode => "đã xóa mã bảo mật",
        Text::MaskExpiry => "đã xóa ngày hết hạn thẻ",
        Text::MaskCardData => "đã xóa dữ liệu thẻ",
        Text::MaskRouting => "đã xóa số định tuyến ngân hàng",
        Text::MaskBank => "đã xóa tài khoản ngân hàng",
        Text::MaskSsn => "đã xóa số An sinh Xã hội",
        Text::MaskItin => "đã xóa số người nộp thuế",
        Text::MaskEin => "đã xóa số chủ lao động",
        Text::MaskLicense => "đã xóa số bằng lái",
        Text::MaskPassport => "đã xóa số hộ chiếu",
        Text::MaskBirth => "đã xóa ngày sinh",
        Text::MaskMedicare => "đã xóa số Medicare",
        Text::MaskHealth => "đã xóa số bảo hiểm y tế",
        Text::MaskPassword => "đã xóa mật khẩu",
        Text::MaskPin => "đã xóa mã PIN",
        Text::MaskOtp => "đã xóa mã dùng một lần",
        Text::MaskIdentity => "đã xóa số giấy tờ tùy thân",
        Text::Unreadable => "Chúng tôi không đọc được. Hãy tải lại trang và thử lại.",
        Text::Oversized => "Tin nhắn quá dài. Hãy gửi thành nhiều phần, mỗi phần tối đa 4,000 ký tự.",
        Text::NothingWritten => "Tin nhắn trống. Xin viết nội dung trước.",
        Text::TooFast => "Gửi quá nhiều cùng lúc. Hãy chờ vài giây rồi gửi lại.",
        Text::SentTwice => "Tin nhắn này đã được gửi với nội dung khác. Xin viết lại.",
        Text::ChatGone => "Cuộc trò chuyện này không tồn tại hoặc đã bị xóa. Hãy bắt đầu cuộc mới.",
        Text::ChatOver => "Cuộc trò chuyện này đã kết thúc. Hãy bắt đầu cuộc mới nếu cần thêm.",
        Text::WrongPage => "Trang này không được dùng chức năng trò chuyện của Thành phố. Xin hãy gọi điện.",
        Text::SignInAgain => "Xin bắt đầu lại cuộc trò chuyện.",
        Text::AccessOver => "Quyền vào cuộc trò chuyện này đã hết hạn. Hãy bắt đầu lại.",
        Text::OldPage => "Trang này là phiên bản cũ. Hãy tải lại.",
        Text::TooManyTabs => "Cuộc trò chuyện này đang mở ở quá nhiều thẻ. Hãy đóng bớt một thẻ và thử lại.",
        Text::ChatFull => "Cuộc trò chuyện này đã dài hết mức. Hãy bắt đầu cuộc mới.",
        Text::NoAnswer => "Hiện cuộc trò chuyện không phản hồi. Không mất gì cả; xin thử lại.",
        Text::NotSetUp => "Chức năng trò chuyện của Thành phố chưa được thiết lập. Xin hãy gọi điện.",
        Text::ClosedHour => "Không thể bắt đầu trò chuyện vào giờ này. Xin hãy gọi điện hoặc quay lại sau.",
        Text::EndedForgotten => "Quý vị đã kết thúc cuộc trò chuyện. Nó đã được xóa.",
        Text::EndedOffTopic => "Cuộc trò chuyện này dành cho việc của Thành phố, nên đã được kết thúc.",
        Text::EndedWrongDepartment => {
            "Một phòng ban khác có thể giúp quý vị, nên cuộc trò chuyện này đã được kết thúc."
        }
        Text::EndedAbuse => "Thành phố đã kết thúc cuộc trò chuyện sau khi cảnh báo.",
        Text::EndedDayOver => "Ngày làm việc của Thành phố đã hết, nên cuộc trò chuyện đã đóng.",
        Text::EndedSilent => "Chúng tôi không nhận được hồi âm, nên cuộc trò chuyện đã đóng.",
        Text::EndedLeftLine => "Quý vị đã rời hàng chờ.",
        Text::EndedByResident => "Quý vị đã kết thúc cuộc trò chuyện.",
        Text::EndedByStaff => "Thành phố đã kết thúc cuộc trò chuyện.",
        Text::EndedByPolicy => "Cuộc trò chuyện đã đóng.",
        Text::Joined => "{}, {}, {}, đã đến để giúp quý vị.",
        Text::IsTyping => "{} đang viết",
        Text::Today => "Hôm nay, {}",
        Text::AheadOne => "Có 1 người trước quý vị.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => "Có {} người trước quý vị.",
        Text::Wait => "Mất khoảng {} đến {} phút.",
        Text::Call => "Gọi {}",
        Text::SmsTo => "Nhắn tin đến {}",
        Text::TooLong => "Nội dung này có {} ký tự. Một tin nhắn có thể có 4,000. Xin gửi thành nhiều phần.",
        Text::HearBy => "Chúng tôi sẽ trả lời quý vị chậm nhất vào {}.",
        Text::Number => "Số {}",
        Text::LifeTitle => "Gọi {} ngay",
        Text::CrisisTitle => "Quý vị không đơn độc. Hãy nói chuyện với ai đó ngay",
        Text::CityTitle => "Xin báo việc này qua điện thoại ngay",
        Text::PoliceTitle => "Gọi đường dây không khẩn cấp",
        Text::LifeAdvice => {
            "Nếu có người bị thương hoặc gặp nguy hiểm, đừng chờ trả lời ở đây. Hãy đến nơi an toàn trước nếu có thể."
        }
        Text::CrisisAdvice => {
            "Những người được đào tạo sẽ lắng nghe, miễn phí, ngày đêm. Quý vị cũng có thể tiếp tục viết ở đây."
        }
        Text::CityAdvice => {
            "Đường dây khẩn cấp của Thành phố tiếp nhận việc này. Quý vị không cần chờ trả lời ở đây."
        }
        Text::PoliceAdvice => "Cảnh sát và cứu hỏa tiếp nhận việc này qua điện thoại.",
        Text::Danger => "Nếu có ai gặp nguy hiểm, hãy gọi {}.",
    }
}
