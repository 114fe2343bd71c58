//! Portuguese, as in Brazil.
//!
//! Not reviewed by a native speaker yet: see docs/languages.md.

use crate::text::Text;

#[expect(clippy::too_many_lines, reason = "one arm for each sentence")]
pub(super) const fn text(text: Text) -> &'static str {
    match text {
        Text::ChatWithStaff => "Converse com a equipe da Cidade",
        Text::APersonAnswers => "Quem responde é uma pessoa, não um robô",
        Text::Emergency => "Emergência?",
        Text::WaterRoads => "Água, ruas",
        Text::ReadAlong => "Um supervisor pode ler esta conversa.",
        Text::HowCanWeHelp => "Como podemos ajudar?",
        Text::Topic => "Assunto",
        Text::Language => "Idioma",
        Text::StartChat => "Iniciar conversa",
        Text::Starting => "Iniciando…",
        Text::StartPromise => {
            "Por favor, nunca envie números de cartão ou de Seguro Social; nós os removemos. Esta conversa é apagada hoje à noite."
        }
        Text::YouAreInLine => "Você está na fila",
        Text::WhileYouWait => {
            "Nossa equipe está com outras pessoas agora. Fique nesta página e alguém vai responder. Você já pode escrever do que se trata."
        }
        Text::OrWriteTo => "Ou escreva para",
        Text::LeaveLine => "Sair da fila",
        Text::Messages => "Mensagens",
        Text::YourMessage => "Sua mensagem",
        Text::WriteMessage => "Escreva uma mensagem",
        Text::Send => "Enviar",
        Text::DeletedTonight => "Apagada hoje à noite. A equipe não guarda cópia.",
        Text::YouSaid => "Você:",
        Text::Sending => "Enviando…",
        Text::Sent => "Enviada",
        Text::Delivered => "Entregue",
        Text::NotSentYet => "Ainda não enviada. Tentando de novo…",
        Text::NotSent => "Não enviada.",
        Text::WillBeRemoved => "Removemos isto antes de enviar",
        Text::WhyPayment => "A equipe não pode ver nem guardar números de cartão ou de conta bancária.",
        Text::WhyPersonal => "A Cidade não precisa disto numa conversa.",
        Text::PaySafely => "Pague com segurança, fora desta conversa",
        Text::PaymentRemoved => {
            "Removemos dados de pagamento antes que saíssem do seu aparelho. Ninguém aqui pode vê-los ou guardá-los."
        }
        Text::HowToPay => {
            "Pague na página da Cidade ou por telefone. Por favor, não envie aqui números de cartão ou de conta."
        }
        Text::PayOnline => "Pagar pela internet",
        Text::StillThere => "Você ainda está aí?",
        Text::ClosesSoon => {
            "Se não tivermos resposta, esta conversa fecha em breve. Escreva ou aperte o botão."
        }
        Text::StillHere => "Ainda estou aqui",
        Text::ComeBack => "Você pode iniciar outra conversa quando quiser, ou ligar.",
        Text::ChatEnded => "Conversa encerrada",
        Text::EndedPromise => "Você pode lê-la aqui até fechá-la. Ela é apagada hoje à noite.",
        Text::Kept => {
            "A equipe marcou esta conversa para revisão. Ela é guardada até o fim da revisão e não é apagada hoje à noite."
        }
        Text::EndedKept => {
            "Você pode lê-la aqui até fechá-la. A equipe a marcou para revisão, por isso é guardada até o fim."
        }
        Text::EndAndForget => "Encerrar e apagar agora",
        Text::ForgottenPromise => {
            "A Cidade apagou esta conversa. Ela some daqui também quando você a fechar."
        }
        Text::StartNewChat => "Iniciar outra conversa",
        Text::Connecting => "Conectando…",
        Text::NoConnection => "Sem conexão no momento",
        Text::NothingIsLost => "Continuamos tentando. Nada do que você escreveu se perde.",
        Text::ConnectionBack => "A conexão voltou.",
        Text::EndChat => "Encerrar conversa",
        Text::EndChatSure => "Encerrar esta conversa?",
        Text::KeepTalking => "Continuar conversando",
        Text::Minimise => "Minimizar conversa",
        Text::WordSize => "Tamanho do texto: {} de 3",
        Text::CannotOpen => "A conversa não pode ser aberta agora",
        Text::UnknownCity => "Esta página pede uma conversa que não existe. Por favor, ligue.",
        Text::CannotReach => {
            "Não conseguimos falar com a Cidade. Verifique sua conexão e tente de novo, ou ligue."
        }
        Text::CallOffice => "Escritório da Cidade",
        Text::TryAgain => "Tentar de novo",
        Text::Reload => "Recarregar a conversa",
        Text::ClosedNow => "A conversa está fechada agora",
        Text::LastChatGone => {
            "A última conversa do dia já começou. Nossa equipe ainda atende quem está na fila."
        }
        Text::OpensAgain => "Abre",
        Text::Hours => "Horário",
        Text::NoHours => "Não há horário publicado para este assunto. Por favor, ligue ou escreva.",
        Text::ClosedForNow => {
            "A Cidade fechou a conversa por enquanto. Por favor, ligue ou deixe uma mensagem."
        }
        Text::Meanwhile => "O que você pode fazer agora",
        Text::HoldMessage => {
            "Estamos atendendo outras pessoas e não podemos responder já. Se puder esperar, alguém vai atender você."
        }
        Text::NextInLine => "Você é o próximo.",
        Text::Close => "Fechar",
        Text::SurveyTitle => "Duas perguntas curtas",
        Text::SurveySatisfied => "Você ficou satisfeito com a ajuda?",
        Text::SurveySolved => "Seu assunto foi resolvido?",
        Text::Yes => "Sim",
        Text::Partly => "Em parte",
        Text::No => "Não",
        Text::SurveySend => "Enviar respostas",
        Text::Skip => "Pular",
        Text::SurveyThanks => "Obrigado. Suas respostas são contadas sem o seu nome.",
        Text::LeaveMessage => "Deixar uma mensagem",
        Text::Contact => "Seu telefone ou e-mail",
        Text::ContactNeeded => "Por favor, escreva um telefone ou e-mail para podermos responder.",
        Text::MessageNeeded => "Por favor, escreva primeiro sua mensagem.",
        Text::SendMessage => "Enviar mensagem",
        Text::MessagePromise => {
            "Por favor, nunca envie números de cartão ou de Seguro Social; nós os removemos. Sua mensagem é apagada depois de respondida."
        }
        Text::MessageTaken => "Recebemos sua mensagem.",
        Text::MessageKept => {
            "Se ligar sobre isso, diga este número. Sua mensagem é apagada depois de respondida."
        }
        Text::Back => "Voltar",
        Text::MaskCard => "número do cartão removido",
        Text::MaskCode => "código de segurança removido",
        Text::MaskExpiry => "validade do cartão removida",
        Text::MaskCardData => "dados do cartão removidos",
        Text::MaskRouting => "número do banco removido",
        Text::MaskBank => "conta bancária removida",
        Text::MaskSsn => "número de Seguro Social removido",
        Text::MaskItin => "número de contribuinte removido",
        Text::MaskEin => "número de empregador removido",
        Text::MaskLicense => "número da carteira de motorista removido",
        Text::MaskPassport => "número do passaporte removido",
        Text::MaskBirth => "data de nascimento removida",
        Text::MaskMedicare => "número do Medicare removido",
        Text::MaskHealth => "número do plano de saúde removido",
        Text::MaskPassword => "senha removida",
        Text::MaskPin => "PIN removido",
        Text::MaskOtp => "código de uso único removido",
        Text::MaskIdentity => "número de identidade removido",
        Text::Unreadable => "Não conseguimos ler isso. Recarregue a página e tente de novo.",
        Text::Oversized => "A mensagem é longa demais. Envie em partes de até 4,000 caracteres.",
        Text::NothingWritten => "A mensagem está vazia. Escreva algo primeiro.",
        Text::TooFast => "Foi muita coisa de uma vez. Espere alguns segundos e envie de novo.",
        Text::SentTwice => "Esta mensagem já foi enviada com outras palavras. Por favor, escreva de novo.",
        Text::ChatGone => "Esta conversa não existe ou foi apagada. Inicie outra.",
        Text::ChatOver => "Esta conversa terminou. Inicie outra se precisar de mais.",
        Text::WrongPage => "Esta página não pode usar a conversa da Cidade. Por favor, ligue.",
        Text::SignInAgain => "Por favor, inicie a conversa de novo.",
        Text::AccessOver => "Seu acesso a esta conversa expirou. Inicie a conversa de novo.",
        Text::OldPage => "Esta página é de uma versão anterior. Recarregue-a.",
        Text::TooManyTabs => "Esta conversa está aberta em abas demais. Feche uma e tente de novo.",
        Text::ChatFull => "Esta conversa chegou ao tamanho máximo. Inicie outra.",
        Text::NoAnswer => "A conversa não responde no momento. Nada se perdeu; tente de novo.",
        Text::NotSetUp => "A conversa da Cidade ainda não está configurada. Por favor, ligue.",
        Text::ClosedHour => "Nenhuma conversa começa a esta hora. Ligue ou volte mais tarde.",
        Text::EndedForgotten => "Você encerrou a conversa. Ela foi apagada.",
        Text::EndedOffTopic => "Esta conversa é para assuntos da Cidade, por isso foi encerrada.",
        Text::EndedWrongDepartment => "Outro departamento pode ajudar, por isso esta conversa foi encerrada.",
        Text::EndedAbuse => "A Cidade encerrou a conversa depois de um aviso.",
        Text::EndedDayOver => "O dia da Cidade terminou, por isso a conversa foi fechada.",
        Text::EndedSilent => "Não tivemos resposta, por isso a conversa foi fechada.",
        Text::EndedLeftLine => "Você saiu da fila.",
        Text::EndedByResident => "Você encerrou a conversa.",
        Text::EndedByStaff => "A Cidade encerrou a conversa.",
        Text::EndedByPolicy => "A conversa foi fechada.",
        Text::Joined => "{}, {}, de {}, está aqui para ajudar.",
        Text::IsTyping => "{} está escrevendo",
        Text::Today => "Hoje, {}",
        Text::AheadOne => "Há 1 pessoa antes de você.",
        Text::AheadTwo | Text::AheadFew | Text::AheadMany | Text::AheadOther => {
            "Há {} pessoas antes de você."
        }
        Text::Wait => "Leva cerca de {} a {} minutos.",
        Text::Call => "Ligar para {}",
        Text::SmsTo => "Mensagem para {}",
        Text::TooLong => "Isto tem {} caracteres. Uma mensagem pode ter 4,000. Por favor, envie em partes.",
        Text::HearBy => "Respondemos até {}.",
        Text::Number => "Número {}",
        Text::LifeTitle => "Ligue para {} agora",
        Text::CrisisTitle => "Você não está só. Fale com alguém agora",
        Text::CityTitle => "Por favor, avise disto por telefone agora",
        Text::PoliceTitle => "Ligue para a linha que não é de emergência",
        Text::LifeAdvice => {
            "Se alguém está ferido ou em perigo, não espere uma resposta aqui. Se puder, vá primeiro para um lugar seguro."
        }
        Text::CrisisAdvice => {
            "Pessoas preparadas escutam, de graça, dia e noite. Você também pode continuar escrevendo aqui."
        }
        Text::CityAdvice => {
            "A linha de emergência da Cidade atende isto. Não é preciso esperar uma resposta aqui."
        }
        Text::PoliceAdvice => "A polícia e os bombeiros atendem isto por telefone.",
        Text::Danger => "Se alguém está em perigo, ligue para {}.",
    }
}
