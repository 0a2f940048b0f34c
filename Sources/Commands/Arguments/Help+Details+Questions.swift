import Casework

extension Help {
  static let clockDetails = Words(
    """
    当日不计，从次日起数；节假日和调休按数据文件夹的放假表。打印时间尺和逐日说明：
      yichuang clock --accepted-on 2026-02-12 --working-days 10
      yichuang clock --accepted-on 2025-03-03 --working-days 20 --stop 2025-03-12..2025-04-08
      yichuang clock --received-on 2026-04-30 --notice-within 5
      yichuang clock --accepted-at 2026-11-23T16:00 --open-hours 2
    写件号就列出这一件的全部期限，逐日说明其中一个，并试算：
      yichuang clock 0311-0007 --timer statutory --if-extended 10
    停止计时的首日照计，恢复的当日不计。自然日和月的末日遇休则顺延。所需年份未公布放假通知的，日期为预估。
    加 --json 而不写问题，就从标准输入逐行读问题，每行一个答案：
      {"acceptedOn":"2026-02-12","workingDays":10}
      {"dueOn":"2026-03-04","isProvisional":false}
    键：acceptedOn，workingDays、calendarDays、halfDays、months 之一，extendedBy，
      stops（[{"from":…,"to":…}]，未结束的没有 to）；或 receivedOn 和 noticeWithin；
      或 acceptedAt 和 openHours。算不出的行答 {"error":"…"}，接着读下一行，退出状态为 1。
    """,
    """
    The day of the event is not counted, the next one is the first; holidays and make-up days are
    those of the data folder. Prints a ruler and the count day by day:
      yichuang clock --accepted-on 2026-02-12 --working-days 10
      yichuang clock --accepted-on 2025-03-03 --working-days 20 --stop 2025-03-12..2025-04-08
      yichuang clock --received-on 2026-04-30 --notice-within 5
      yichuang clock --accepted-at 2026-11-23T16:00 --open-hours 2
    With the number of a case lists all its limits, proves one of them, and answers what if:
      yichuang clock 0311-0007 --timer statutory --if-extended 10
    The first day of a stop is still counted, the day the clock starts again is not. Calendar days
    and months that end on a day off move on to the next working day. A date that needs a year
    without a notice is provisional.
    With --json and no question, reads one a line from standard input and answers one a line:
      {"acceptedOn":"2026-02-12","workingDays":10}
      {"dueOn":"2026-03-04","isProvisional":false}
    Keys: acceptedOn; one of workingDays, calendarDays, halfDays, months; extendedBy;
      stops ([{"from":…,"to":…}], without "to" while it lasts); or receivedOn and noticeWithin;
      or acceptedAt and openHours. A line that makes no sense is answered {"error":"…"}, the next
      one is read, and the exit status is 1.
    """)

  static let checkDetails = Words(
    """
    说明 NUMBER 是哪一种号码、是否成立；不成立时退出状态为 1。个人号码只显示首尾。
    加 --json 而不写号码，就从标准输入逐行读，每行一个答案；号码照写，只容许小写字母和首尾空格：
      {"kind":"residentID","number":"11010519491231002X"}
      {"valid":true}
    不成立时 reason 是 length、characters、region、date 或 checkDigit，按这个次序核对。
    种类：residentID、creditCode、hongKongMacauPermit、taiwanPermit、hkmtResidence、passport、
      foreignPassport、foreignPermanentResidence、hongKongMacauTravelPermit、taiwanTravelPermit、
      militaryID、birthCertificate、other、oldResidentID、organisationCode、registrationNumber、
      policeID、studentID、householdRegister、drivingLicence、travelDocument、residencePermit、
      mobile、landline、phone、postcode、itemCode、implementationCode、handlingCode、caseNumber、
      shortNumber、documentNumber、projectCode；也可写证件类型代码（111、001……）。
    """,
    """
    Says what NUMBER is and whether it holds; the exit status is 1 if it does not. Of personal numbers
    only the ends are shown.
    With --json and no number, reads one question a line and answers one a line. Numbers are taken as
    they are spelt; only small letters and blanks at the ends are forgiven:
      {"kind":"residentID","number":"11010519491231002X"}
      {"valid":true}
    Otherwise reason is length, characters, region, date or checkDigit, looked at in this order.
    Kinds: residentID, creditCode, hongKongMacauPermit, taiwanPermit, hkmtResidence, passport,
      foreignPassport, foreignPermanentResidence, hongKongMacauTravelPermit, taiwanTravelPermit,
      militaryID, birthCertificate, other, oldResidentID, organisationCode, registrationNumber,
      policeID, studentID, householdRegister, drivingLicence, travelDocument, residencePermit,
      mobile, landline, phone, postcode, itemCode, implementationCode, handlingCode, caseNumber,
      shortNumber, documentNumber, projectCode; or the code of a paper in exchange files (111, 001).
    """)
}
