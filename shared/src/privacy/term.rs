//! The words the engine knows, English and Spanish, by what they tell about a number near them.

use crate::scan::Lexicon;

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Term {
    /// A word the engine does not know.
    Other,
    // Words that name what is masked.
    Card,
    Brand,
    Cvv,
    Expiry,
    Routing,
    Bank,
    BankName,
    Iban,
    Clabe,
    Ssn,
    Social,
    Itin,
    Ein,
    Tax,
    License,
    Driver,
    Dl,
    Passport,
    Born,
    Birthday,
    Medicare,
    Mrn,
    Health,
    Password,
    Clave,
    Pin,
    Otp,
    Alien,
    ForeignId,
    Insurance,
    // Words whose meaning their neighbours decide.
    Account,
    Code,
    Security,
    Verify,
    Texted,
    Back,
    Member,
    Group,
    Id,
    Number,
    Credit,
    Last,
    Position,
    Digits,
    Month,
    State,
    Green,
    Immigration,
    Until,
    Time,
    Check,
    Deposit,
    Cross,
    // Words that name what is kept.
    Phone,
    Call,
    Address,
    Street,
    Direction,
    Zip,
    Utility,
    Library,
    Order,
    Tracking,
    Permit,
    Parcel,
    Case,
    Meter,
    Vehicle,
    Plate,
    Money,
    Product,
    Place,
    Event,
    Software,
    Email,
    Business,
    Animal,
    // Grammar.
    Is,
    Mine,
    Filler,
    And,
    Of,
    Article,
    NotValue,
    // Numbers in words.
    Unit,
    Teen,
    Tens,
    Hundreds,
    Hundred,
    Thousand,
    Oh,
    Times,
    Ordinal,
    // The wish to pay.
    Pay,
    Bill,
    Want,
    Give,
    Paid,
}

impl Term {
    /// Whether the word only holds the sentence together.
    pub(super) const fn is_grammar(self) -> bool {
        matches!(self, Self::Is | Self::Article | Self::Of | Self::Mine | Self::Number)
    }

    /// Whether the word is so short and common that capitals of it are rather an abbreviation.
    pub(super) const fn is_small(self) -> bool {
        matches!(
            self,
            Self::Other
                | Self::Is
                | Self::Article
                | Self::Of
                | Self::Mine
                | Self::Direction
                | Self::NotValue
                | Self::And
                | Self::Month
                | Self::Street
                | Self::Filler
        )
    }

    /// Whether the word is (part of) a number.
    pub(super) const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Unit
                | Self::Teen
                | Self::Tens
                | Self::Hundreds
                | Self::Hundred
                | Self::Thousand
                | Self::Times
        )
    }
}

/// What a word is that is not in the lexicon.
pub(super) fn term(hash: u32) -> Term {
    TERMS.get(hash)
}

/// The value of a number word, month or ordinal.
pub(super) fn value(hash: u32) -> u16 {
    VALUES.get(hash)
}

static TERMS: Lexicon<Term, 4096> = Lexicon::new(
    &[
        (
            Term::Card,
            "card cards cc ccn tarjeta tarjetas creditcard debitcard tdc tdd plastico cardnumber mycard",
        ),
        (
            Term::Brand,
            "visa mastercard mc amex americanexpress discover diners jcb unionpay maestro ebt hsa fsa \
",
        ),
        (Term::Credit, "credit debit credito debito prepaid prepagada"),
        (Term::Cvv, "cvv cvc cvn csc cid cvvs ccv cvd cv cvvv sivivi ceveve"),
        (
            Term::Expiry,
            "exp expires expiration expiry expire expiring expired expira expiracion expirar vence \
             vencimiento venc vencen caduca caducidad expdate expirydate fechavencimiento vencio vencido \
             vencida vense validthru vto fvto",
        ),
        (Term::Routing, "routing aba rtn ruta transit abartn routingnumber rtg rout"),
        (
            Term::Bank,
            "bank checking savings banco bancaria bancario ahorros ahorro corriente cheques ach banking \
             withdrawal echeck chequing cajero atm",
        ),
        (
            Term::BankName,
            "chase wells fargo zions citi citibank bofa capital barclays usaa bbva bancomer banamex banorte \
             santander hsbc keybank ally schwab wellsfargo mountainamerica america",
        ),
        (Term::Iban, "iban"),
        (Term::Clabe, "clabe interbancaria"),
        (Term::Ssn, "ssn ssns nss ss sss socialsecurity soc sosec"),
        (Term::Social, "social"),
        (Term::Itin, "itin"),
        (Term::Ein, "ein fein tin employer patronal eins empleador"),
        (Term::Tax, "tax taxpayer federal impuestos contribuyente irs"),
        (Term::License, "license licence licencia lic licenses licencias lisence"),
        (
            Term::Driver,
            "driver drivers driving conducir manejar manejo chofer conductor dmv dld learner learners",
        ),
        (Term::Dl, "dl dln cdl dlnumber utdl udl"),
        (Term::Passport, "passport pasaporte passports"),
        (
            Term::Born,
            "dob born birth birthdate nacimiento naci nacio nacido nacida fdn dateofbirth bdate nacieron \
             fnac nac naciste fn",
        ),
        (Term::Birthday, "birthday birthdays bday cumpleanos cumple cumplo cumplio cumpli"),
        (Term::Medicare, "medicare medicaid mbi hicn"),
        (Term::Mrn, "mrn chart"),
        (
            Term::Health,
            "health medical patient paciente medico medica salud hospital aetna cigna humana kaiser bcbs \
             shield selecthealth unitedhealthcare uhc molina clinic clinica doctor dental rx imss \
             seguromedico clinico derechohabiente afiliado afiliacion intermountain tricare healthcare \
             unitedhealth anthem bluecross blueshield",
        ),
        (
            Term::Insurance,
            "insurance insured enrollee pehp regence seguro aseguradora poliza policy subscriber suscriptor",
        ),
        (
            Term::Password,
            "password passwd pwd pw pass passcode passphrase contrasena contrasenia passwords contra \
             contrasenas secret secreto secreta pswd psw passw pword passwrd creds credentials",
        ),
        (Term::Clave, "clave claves"),
        (Term::Pin, "pin nip"),
        (Term::Otp, "otp otc mfa token passkey onetime"),
        (Term::Alien, "uscis alien anumber extranjero"),
        (
            Term::ForeignId,
            "curp rfc dni nie cedula cui dpi dui matricula aadhaar aadhar cpf rut nino ine consular elector \
             identidad cuil cuit sin",
        ),
        (Term::Green, "green"),
        (Term::Check, "check checks cheque"),
        (Term::Deposit, "deposit deposito"),
        (Term::Cross, "cross"),
        (Term::Until, "through thru until hasta till til"),
        (Term::Time, "time unica unico uso"),
        (
            Term::Immigration,
            "immigration inmigracion residente resident residencia migratorio daca national nacional mexican \
             canadian chinese foreign extranjera mexicana guatemalan salvadoran",
        ),
        (
            Term::Account,
            "account acct accounts cuenta cuentas cta acc acount acctnumber accountnumber acctno accnt",
        ),
        (Term::Code, "code codigo codes codigos cod"),
        (Term::Security, "security seguridad sec"),
        (
            Term::Verify,
            "verification verificacion verify verified login log signin authentication authenticator auth \
             verificar acceso access passwordless autenticacion factor autorizacion authorization enter sign \
             entrar ingresar enters asked pidio pide asks fa entered confirmar verificarlo autorizar \
             authenticate",
        ),
        (
            Term::Texted,
            "texted text texting sms sent send mandaron mando enviaron envio llego enviado got received \
             recibi mensaje arrived mandan mandaste llegaron llegado emailed came says shows dice",
        ),
        (Term::Back, "back reverse reverso atras detras trasera posterior front frente strip"),
        (Term::Member, "member membership miembro beneficiary beneficiario"),
        (Term::Group, "group grupo"),
        (Term::Id, "id identification identificacion identity ident ids"),
        (Term::Number, "number num no numero nbr nr nums numbers numeros numeritos"),
        (
            Term::Last,
            "last ending ends ended termina terminan terminacion terminada ultimos ultimas ultimo finaliza starting \
             starts begins empieza comienza termino acaba",
        ),
        (
            Term::Position,
            "first next remaining rest following primeros primeras siguientes siguiente resto restantes other final \
             middle second third part half parte mitad primera segunda segundo tercera tercero primer faltan falta \
             otros",
        ),
        (Term::Digits, "digits digit digitos digito cifras cifra"),
        (
            Term::Month,
            "january february march april may june july august september october november december jan feb mar apr \
             jun jul aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre setiembre \
             octubre noviembre diciembre ene abr ago dic",
        ),
        (
            Term::State,
            "state estatal estado utah california nevada arizona idaho colorado texas wyoming washington oregon \
             michigan florida montana illinois ohio georgia jersey virginia minnesota",
        ),
        (
            Term::Phone,
            "phone cell mobile tel telefono telephone celular whatsapp ext extension fax landline fono movil \
             homephone",
        ),
        (Term::Call, "call called calling llamar llame llamen llamame reach marcar marque contact dial"),
        (
            Term::Address,
            "address direccion domicilio house casa vivo live located location ubicacion ubicado lives \
             property propiedad home living houses casas addresses direcciones",
        ),
        (
            Term::Street,
            "street st ave avenue rd road blvd boulevard dr drive ln lane ct court cir circle way hwy highway pkwy \
             parkway trail trl calle avenida apt apartment unit suite ste lot lote loop cove row terrace ter pl \
             route intersection block cuadra esquina corner camino colonia hydrant hydrants gpm bus",
        ),
        (Term::Direction, "north south east west norte sur este oeste s w e n ne nw se sw"),
        (Term::Zip, "zip zipcode postal postcode"),
        (
            Term::Utility,
            "water utility utilities sewer trash garbage agua electric gas power drenaje basura servicio servicios \
             service services luz electricidad recycling irrigation storm drain internet",
        ),
        (Term::Library, "library biblioteca loyalty rewards punch gift regalo patron"),
        (
            Term::Order,
            "order orders invoice receipt pedido orden factura recibo transaction confirmation confirmacion \
             transaccion po statement estimate quote comprobante folio",
        ),
        (
            Term::Tracking,
            "tracking ups usps fedex package paquete shipment rastreo guia dhl delivery shipped trace",
        ),
        (
            Term::Permit,
            "permit permiso application solicitud permits inspection inspeccion project proyecto bid rfp plan",
        ),
        (Term::Parcel, "parcel parcela apn plat county condado tract parcels predial catastral catastro"),
        (
            Term::Case,
            "case caso citation ticket reference ref report reporte multa incident incidente request sr \
             complaint queja docket infraccion reporto ordinance ordenanza section seccion chapter badge \
             casos tickets referencia claim reclamo expediente",
        ),
        (
            Term::Meter,
            "meter medidor reading reads lectura serial serie model modelo marca lecturas readings lee register gallons galones usage",
        ),
        (Term::Vehicle, "vin imei vehicle vehiculo car carro truck troca trailer engine"),
        (Term::Plate, "plate placa placas plates tag tags"),
        (
            Term::Money,
            "dollars dolares bucks usd balance saldo amount monto charged cobraron fee fine cost price precio \
             total cents centavos pesos cargo charge owe debo",
        ),
        (
            Term::Product,
            "isbn sku upc barcode version error promo discount coupon cupon descuento product producto item \
             activity actividad gps qr timestamp build class clase course curso swift bic",
        ),
        (
            Term::Place,
            "gate door building area dress bar map mapa oak pinecode room edificio puerta salon entrance entrada garage alarm lockbox \
             survey boundary",
        ),
        (
            Term::Event,
            "party fiesta bash picnic reunion anniversary aniversario wedding boda pavilion reservation reserve reserving reserved reservar rent rental rentar event evento shower concert celebration \
             celebracion meeting appointment cita junta hearing registration registro renew renovar warranty \
             garantia lease contract contrato subscription parade pabellon",
        ),
        (Term::Software, "app website site page pagina portal browser form formulario"),
        (Term::Email, "email correo mail gmail yahoo hotmail outlook username user usuario"),
        (
            Term::Business,
            "business negocio contractor contratista vendor liquor alcohol marriage matrimonio professional \
             fishing hunting pesca caza company empresa llc nonprofit corp inc trade food restaurant",
        ),
        (Term::Animal, "dog pet cat perro gato mascota chicken bee kennel animal"),
        (Term::Is, "is are es son was era fue were its be being sea equals thats"),
        (
            Term::Mine,
            "my mi mis his her our their your su sus nuestro nuestra tu husbands wifes sons daughters moms dads",
        ),
        (
            Term::Filler,
            "then luego dash guion hyphen space espacio dot punto point comma coma slash diagonal despues after plus mas um uh uhh followed seguido entonces",
        ),
        (Term::And, "and y"),
        (Term::Of, "of de del on in for para por en to a al with con at from desde"),
        (Term::Article, "the el la los las un una that this it ese esa eso esta lo these those"),
        (
            Term::NotValue,
            "not wrong works work incorrect correct reset forgotten lost still too required needed needs weak strong \
             stored blank gone working changed different same saved important temporary asking invalid \
             locked blocked bad good empty safe unsafe old new something long short missing rejected never \
             always doesnt isnt wont cant incorrecta incorrecto correcta olvidada perdida mala equivocada \
             valida invalida nueva vieja muy siempre nunca diferente misma mismo obligatoria temporal me te \
             le nos que porque pero but so if what when where why how who which an or only just also been \
             supposed going now again there here ready broken ok okay right unknown hidden secure really \
             very quite sensitive already yet even confusing annoying stupid impossible easy hard hacked \
             stolen compromised default set up necesaria requerida incorrectos imposible facil dificil \
             segura insegura ya todavia aun bloqueada cambiada expirada i we you they he she yo usted \
             ustedes ellos nosotros do does did dont have has had can could would should will need want like \
             know think try trying forgot help please gracias thanks thank hi hello hola favor accepted \
             valid problem issue thing all todo todas lowercase uppercase",
        ),
        (
            Term::Unit,
            "zero one two three four five six seven eight nine cero uno dos tres cuatro cinco seis siete ocho nueve",
        ),
        (
            Term::Teen,
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen diez once doce trece \
             catorce quince dieciseis diecisiete dieciocho diecinueve veintiuno veintidos veintitres veinticuatro \
             veinticinco veintiseis veintisiete veintiocho veintinueve veintiun",
        ),
        (
            Term::Tens,
            "twenty thirty forty fourty fifty sixty seventy eighty ninety veinte treinta cuarenta cincuenta sesenta \
             setenta ochenta noventa",
        ),
        (
            Term::Hundreds,
            "cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos \
             novecientos",
        ),
        (Term::Hundred, "hundred"),
        (Term::Thousand, "thousand mil"),
        (Term::Oh, "oh o"),
        (Term::Times, "double triple quadruple quad doble cuadruple"),
        (
            Term::Ordinal,
            "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth \
             seventeenth eighteenth nineteenth twentieth thirtieth primero th nd",
        ),
        (
            Term::Pay,
            "pay paying payment payments pagar pago pagos pague abonar autopay pagarlo pagarla pagarle",
        ),
        (Term::Bill, "bill bills boleta mensualidad"),
        (
            Term::Want,
            "quiero puedo como donde quisiera necesito podria podemos gustaria let lets accept take aceptan \
             aceptas possible puede pueden",
        ),
        (
            Term::Give,
            "give read use put run dar doy darle paso pasar cobre cargue cobrar cargar carguen process puse \
             used tried probe usando",
        ),
        (Term::Paid, "paid pagado pagamos pagaron payed"),
    ],
    Term::Other,
);

static VALUES: Lexicon<u16, 512> = Lexicon::new(
    &[
        (0, "zero cero oh o"),
        (1, "one uno january jan enero ene first primero primer primera"),
        (2, "two dos double doble february feb febrero second segundo segunda"),
        (3, "three tres triple march mar marzo third tercero tercera"),
        (4, "four cuatro quadruple quad cuadruple april apr abril abr fourth"),
        (5, "five cinco may mayo fifth"),
        (6, "six seis june jun junio sixth"),
        (7, "seven siete july jul julio seventh"),
        (8, "eight ocho august aug agosto ago eighth"),
        (9, "nine nueve september sep sept septiembre setiembre ninth"),
        (10, "ten diez october oct octubre tenth"),
        (11, "eleven once november nov noviembre eleventh"),
        (12, "twelve doce december dec diciembre dic twelfth"),
        (13, "thirteen trece thirteenth"),
        (14, "fourteen catorce fourteenth"),
        (15, "fifteen quince fifteenth"),
        (16, "sixteen dieciseis sixteenth"),
        (17, "seventeen diecisiete seventeenth"),
        (18, "eighteen dieciocho eighteenth"),
        (19, "nineteen diecinueve nineteenth"),
        (20, "twenty veinte twentieth"),
        (21, "veintiuno veintiun"),
        (22, "veintidos"),
        (23, "veintitres"),
        (24, "veinticuatro"),
        (25, "veinticinco"),
        (26, "veintiseis"),
        (27, "veintisiete"),
        (28, "veintiocho"),
        (29, "veintinueve"),
        (30, "thirty treinta thirtieth"),
        (40, "forty fourty cuarenta"),
        (50, "fifty cincuenta"),
        (60, "sixty sesenta"),
        (70, "seventy setenta"),
        (80, "eighty ochenta"),
        (90, "ninety noventa"),
        (100, "hundred cien ciento"),
        (200, "doscientos"),
        (300, "trescientos"),
        (400, "cuatrocientos"),
        (500, "quinientos"),
        (600, "seiscientos"),
        (700, "setecientos"),
        (800, "ochocientos"),
        (900, "novecientos"),
        (1000, "thousand mil"),
    ],
    u16::MAX,
);
