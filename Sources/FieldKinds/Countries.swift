/// The countries and territories that have a code.
package enum Countries {
  /// The alpha-2 codes in ascending order, `XK` (Kosovo) among them.
  ///
  /// - SeeAlso: ISO 3166-1:2020 and its newsletters; `XK` and `XKX` are user-assigned (5.2) and what
  ///   the European Union and SWIFT use.
  package static let codes: [String] = table.short

  /// The alpha-2 code for an alpha-2 or alpha-3 code in upper case; `nil` for any other text.
  ///
  /// `EL` is read as `GR` and `UK` as `GB`: the European Union writes them so.
  ///
  /// - SeeAlso: Interinstitutional Style Guide of the European Union, 7.1.1.
  package static func alpha2(for code: String) -> String? {
    switch code {
    case "EL": "GR"
    case "UK": "GB"
    default: code.utf8.count == 2 ? (have(alpha2: code) ? code : nil) : table.short(for: code)
    }
  }

  /// Whether a text is an alpha-2 code, in upper case; `EL` and `UK` are none.
  static func have(alpha2 code: String) -> Bool { table.contains(short: code) }

  /// What may be meant by a code that is not one of ISO's: those of sports and of vehicles.
  static func meant(by code: String) -> String? {
    switch code {
    case "GER": "DE"
    case "SPA": "ES"
    case "SUI": "CH"
    case "NED", "HOL": "NL"
    case "POR": "PT"
    case "DEN": "DK"
    case "GRE": "GR"
    case "CRO": "HR"
    case "BUL": "BG"
    case "LAT": "LV"
    case "SLO": "SI"
    case "ENG", "SCO", "WAL": "GB"
    default: nil
    }
  }

  /// Alpha-2 and alpha-3 code of each, written together.
  private static let table = CodePairs(
    """
    ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA
    AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES
    BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK
    CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA
    DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA
    GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS
    GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD
    IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA
    KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA
    LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ
    MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC
    NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
    PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC
    SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV
    SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR
    TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
    VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE
    """
  )
}
