/// The schema as SQLite reads it.
///
/// A version that was released is never edited.
enum SQLiteSchema {
  static let version1 = tables + indexes + triggers

  /// Imports: what became of each file, which rows were refused and why, which records are theirs.
  static let version2 = [
    """
    CREATE TABLE imports(
      run INTEGER PRIMARY KEY, wizard TEXT NOT NULL, wizard_version INTEGER NOT NULL,
      source TEXT NOT NULL, size INTEGER NOT NULL, digest TEXT NOT NULL, settings TEXT NOT NULL,
      format TEXT NOT NULL, header TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'undone')), rows INTEGER NOT NULL,
      stored INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL,
      rejected INTEGER NOT NULL, skipped INTEGER NOT NULL, started_at TEXT NOT NULL,
      started_by TEXT NOT NULL, ended_at TEXT) STRICT
    """,
    "CREATE INDEX imports_digest ON imports(digest)",
    """
    CREATE TABLE import_rejects(
      run INTEGER NOT NULL REFERENCES imports, row INTEGER NOT NULL, line INTEGER NOT NULL,
      problems TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (run, row)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE import_records(
      run INTEGER NOT NULL REFERENCES imports, record_table TEXT NOT NULL, first TEXT NOT NULL,
      last TEXT NOT NULL, PRIMARY KEY (run, record_table, first)) STRICT, WITHOUT ROWID
    """,
  ]

  /// Loyalty programmes, contracts, offers and invoices.
  static let version3 = [
    """
    CREATE TABLE plans(
      code TEXT NOT NULL PRIMARY KEY, \(coded), base_fee TEXT NOT NULL,
      period_months INTEGER NOT NULL CHECK (period_months > 0), vat_rate TEXT NOT NULL,
      \(kept)) STRICT
    """,
    """
    CREATE TABLE components(
      code TEXT NOT NULL PRIMARY KEY, \(coded), kind TEXT NOT NULL
      CHECK (kind IN ('quantity', 'onOff', 'metered')), model TEXT NOT NULL
      CHECK (model IN ('simple', 'priceScale', 'intervalScale', 'discountScale')),
      unit_price TEXT NOT NULL, price_months INTEGER NOT NULL CHECK (price_months > 0),
      vat_rate TEXT NOT NULL, in_interim INTEGER NOT NULL CHECK (in_interim IN (0, 1)), \(kept)) STRICT
    """,
    """
    CREATE TABLE quotas(
      no INTEGER PRIMARY KEY, plan TEXT NOT NULL REFERENCES plans,
      component TEXT NOT NULL REFERENCES components, free_quantity TEXT NOT NULL, \(kept)) STRICT
    """,
    """
    CREATE TABLE tiers(
      no INTEGER PRIMARY KEY, component TEXT NOT NULL REFERENCES components,
      from_quantity TEXT NOT NULL, value TEXT NOT NULL, \(kept)) STRICT
    """,
    """
    CREATE TABLE coupons(
      code TEXT NOT NULL PRIMARY KEY, \(coded), percent TEXT NOT NULL, targets TEXT, valid_from TEXT,
      valid_to TEXT, \(kept)) STRICT
    """,
    """
    CREATE TABLE contracts(
      no INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers,
      plan TEXT NOT NULL REFERENCES plans, starts_on TEXT NOT NULL,
      anchor_day INTEGER NOT NULL CHECK (anchor_day BETWEEN 1 AND 31), next_billing TEXT NOT NULL,
      contract_state TEXT NOT NULL CHECK (contract_state IN ('active', 'ended')), \(kept)) STRICT
    """,
    "CREATE UNIQUE INDEX plans_code ON plans(code_key)",
    "CREATE UNIQUE INDEX components_code ON components(code_key)",
    "CREATE UNIQUE INDEX coupons_code ON coupons(code_key)",
    "CREATE INDEX quotas_plan ON quotas(plan)",
    "CREATE INDEX tiers_component ON tiers(component)",
    "CREATE INDEX contracts_customer ON contracts(customer)",
    "CREATE INDEX contracts_billing ON contracts(next_billing)",
    """
    CREATE TABLE articles(
      code TEXT NOT NULL PRIMARY KEY, \(coded), kind TEXT NOT NULL
      CHECK (kind IN ('goods', 'service', 'programme')), price TEXT NOT NULL, vat_rate TEXT NOT NULL,
      \(kept)) STRICT
    """,
    """
    CREATE TABLE programmes(
      code TEXT NOT NULL PRIMARY KEY, \(coded), kind TEXT NOT NULL
      CHECK (kind IN ('bonus', 'discount', 'voucher')), article TEXT NOT NULL REFERENCES articles,
      price TEXT, months INTEGER CHECK (months > 0),
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)), \(kept)) STRICT
    """,
    """
    CREATE TABLE processes(
      no INTEGER PRIMARY KEY, \(document), customer INTEGER NOT NULL REFERENCES customers,
      kind TEXT NOT NULL, opened_on TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('open', 'closed')), \(kept)) STRICT
    """,
    """
    CREATE TABLE cards(
      no INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers,
      process INTEGER REFERENCES processes, kind TEXT, card_number TEXT, card_key TEXT,
      card_state TEXT NOT NULL CHECK (card_state IN ('ordered', 'coded', 'invalid', 'cancelled')),
      valid_until TEXT, \(kept)) STRICT
    """,
    """
    CREATE TABLE offers(
      no INTEGER PRIMARY KEY, \(document), customer INTEGER NOT NULL REFERENCES customers,
      process INTEGER REFERENCES processes,
      offer_state TEXT NOT NULL CHECK (offer_state IN ('open', 'closed')), offered_on TEXT NOT NULL,
      \(kept)) STRICT
    """,
    """
    CREATE TABLE offer_lines(
      no INTEGER PRIMARY KEY, offer INTEGER NOT NULL REFERENCES offers, place INTEGER NOT NULL,
      article TEXT NOT NULL REFERENCES articles, programme TEXT REFERENCES programmes, \(priced),
      \(kept)) STRICT
    """,
    """
    CREATE TABLE invoices(
      no INTEGER PRIMARY KEY, \(document),
      document_kind TEXT NOT NULL CHECK (document_kind IN ('invoice', 'creditNote')),
      customer INTEGER NOT NULL REFERENCES customers, offer INTEGER REFERENCES offers,
      contract INTEGER REFERENCES contracts, corrects INTEGER REFERENCES invoices,
      is_interim INTEGER NOT NULL CHECK (is_interim IN (0, 1)), date TEXT NOT NULL, net TEXT NOT NULL, vat TEXT NOT NULL,
      gross TEXT NOT NULL,
      invoice_state TEXT NOT NULL CHECK (invoice_state IN ('issued', 'cancelled')), delivery TEXT,
      last_sent_at TEXT, \(kept)) STRICT
    """,
    """
    CREATE TABLE invoice_lines(
      no INTEGER PRIMARY KEY, invoice INTEGER NOT NULL REFERENCES invoices, place INTEGER NOT NULL,
      \(priced), net TEXT NOT NULL, contract INTEGER REFERENCES contracts,
      component TEXT REFERENCES components, subscription INTEGER, starts_on TEXT, ends_on TEXT,
      free_quantity TEXT, corrects INTEGER REFERENCES invoice_lines, \(kept)) STRICT
    """,
    """
    CREATE TABLE entitlements(
      no INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers,
      programme TEXT NOT NULL REFERENCES programmes, card INTEGER REFERENCES cards,
      offer INTEGER NOT NULL REFERENCES offers, invoice INTEGER NOT NULL REFERENCES invoices,
      starts_on TEXT NOT NULL, ends_on TEXT, voucher_number TEXT,
      status TEXT NOT NULL CHECK (status IN ('active', 'ended')), \(kept)) STRICT
    """,
    """
    CREATE TABLE subscriptions(
      no INTEGER PRIMARY KEY, contract INTEGER NOT NULL REFERENCES contracts,
      component TEXT NOT NULL REFERENCES components, quantity TEXT NOT NULL, starts_on TEXT NOT NULL,
      ends_on TEXT, billed_until TEXT, billed_line INTEGER REFERENCES invoice_lines, description TEXT,
      unit_price TEXT, coupon TEXT REFERENCES coupons, \(kept)) STRICT
    """,
    """
    CREATE TABLE usages(
      no INTEGER PRIMARY KEY, contract INTEGER NOT NULL REFERENCES contracts,
      component TEXT NOT NULL REFERENCES components, quantity TEXT NOT NULL, due_on TEXT NOT NULL,
      memo TEXT, invoice INTEGER REFERENCES invoices, \(kept)) STRICT
    """,
    """
    CREATE TABLE templates(
      code TEXT NOT NULL PRIMARY KEY, code_key TEXT NOT NULL, name TEXT NOT NULL,
      name_key TEXT NOT NULL, kind TEXT NOT NULL, language TEXT, subject TEXT, body TEXT NOT NULL,
      \(kept)) STRICT
    """,
    """
    CREATE TABLE mails(
      no INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers, email TEXT NOT NULL,
      template TEXT NOT NULL REFERENCES templates, subject TEXT NOT NULL, body TEXT NOT NULL,
      message_id TEXT NOT NULL,
      mail_state TEXT NOT NULL
        CHECK (mail_state IN ('queued', 'sending', 'sent', 'failed', 'unknown')),
      attempts INTEGER NOT NULL, queued_at TEXT NOT NULL, next_at TEXT, sent_at TEXT, error TEXT,
      \(kept)) STRICT
    """,
    """
    CREATE TABLE dispatches(
      no INTEGER PRIMARY KEY, mail INTEGER NOT NULL REFERENCES mails,
      invoice INTEGER NOT NULL REFERENCES invoices, \(kept)) STRICT
    """,
    "CREATE UNIQUE INDEX templates_code ON templates(code_key)",
    "CREATE INDEX mails_customer ON mails(customer)",
    "CREATE INDEX mails_waiting ON mails(mail_state) WHERE mail_state <> 'sent'",
    "CREATE INDEX dispatches_mail ON dispatches(mail)",
    "CREATE INDEX dispatches_invoice ON dispatches(invoice)",
    "CREATE INDEX subscriptions_contract ON subscriptions(contract)",
    "CREATE INDEX usages_contract ON usages(contract)",
    "CREATE UNIQUE INDEX articles_code ON articles(code_key)",
    "CREATE UNIQUE INDEX programmes_code ON programmes(code_key)",
    "CREATE UNIQUE INDEX processes_id ON processes(id_key)",
    "CREATE INDEX processes_customer ON processes(customer)",
    "CREATE UNIQUE INDEX cards_number ON cards(card_key)",
    "CREATE INDEX cards_customer ON cards(customer)",
    "CREATE UNIQUE INDEX offers_id ON offers(id_key)",
    "CREATE INDEX offers_customer ON offers(customer)",
    "CREATE INDEX offer_lines_offer ON offer_lines(offer)",
    "CREATE UNIQUE INDEX invoices_id ON invoices(id_key)",
    "CREATE INDEX invoices_customer ON invoices(customer)",
    "CREATE INDEX invoice_lines_invoice ON invoice_lines(invoice)",
    "CREATE INDEX invoice_lines_contract ON invoice_lines(contract) WHERE contract IS NOT NULL",
    "CREATE UNIQUE INDEX entitlements_voucher ON entitlements(voucher_number)",
    "CREATE INDEX entitlements_customer ON entitlements(customer)",
    "CREATE INDEX entitlements_invoice ON entitlements(invoice)",
  ]

  private static let coded = """
    code_key TEXT NOT NULL, name TEXT NOT NULL, name_de TEXT, name_es TEXT
    """

  private static let document = "id TEXT NOT NULL, id_key TEXT NOT NULL"

  private static let priced = """
    text TEXT NOT NULL, quantity TEXT NOT NULL, unit_price TEXT NOT NULL, vat_rate TEXT NOT NULL
    """

  private static let tables = [
    """
    CREATE TABLE companies(
      no INTEGER PRIMARY KEY, id TEXT NOT NULL, id_key TEXT NOT NULL, name TEXT NOT NULL,
      name_key TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL \(active), origin TEXT,
      \(reach), website TEXT, attributes TEXT, \(kept)) STRICT
    """,
    """
    CREATE TABLE customers(
      company INTEGER PRIMARY KEY REFERENCES companies, category TEXT NOT NULL, attributes TEXT,
      postal_invoice INTEGER NOT NULL CHECK (postal_invoice IN (0, 1)), language TEXT,
      status TEXT NOT NULL \(active), \(kept)) STRICT
    """,
    """
    CREATE TABLE employees(
      code TEXT NOT NULL PRIMARY KEY, code_key TEXT NOT NULL, name TEXT NOT NULL, \(kept)) STRICT
    """,
    """
    CREATE TABLE contacts(
      no INTEGER PRIMARY KEY, company INTEGER REFERENCES companies, \(person),
      mobile TEXT, area TEXT, role TEXT,
      is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)), attributes TEXT,
      status TEXT NOT NULL \(active), email_key TEXT, \(kept)) STRICT
    """,
    """
    CREATE TABLE external_users(
      no INTEGER PRIMARY KEY, email TEXT NOT NULL, email_key TEXT NOT NULL,
      contact INTEGER NOT NULL REFERENCES contacts, language TEXT NOT NULL, licence TEXT,
      max_connections INTEGER NOT NULL CHECK (max_connections BETWEEN 1 AND 99),
      status TEXT NOT NULL \(active), \(kept)) STRICT
    """,
    """
    CREATE TABLE requests(
      no INTEGER PRIMARY KEY, contact INTEGER REFERENCES contacts, \(person),
      site_address TEXT, landmark TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'closed')), opened_at TEXT NOT NULL,
      \(kept)) STRICT
    """,
    "CREATE TABLE entries(no INTEGER PRIMARY KEY, answers TEXT NOT NULL, \(kept)) STRICT",
    "CREATE TABLE settings(key TEXT NOT NULL PRIMARY KEY, value TEXT, \(kept)) STRICT",
    """
    CREATE TABLE cases(
      wizard TEXT NOT NULL, case_key TEXT NOT NULL, record_table TEXT, record_key TEXT,
      done_at TEXT NOT NULL, PRIMARY KEY (wizard, case_key)) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE counters(name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    """
    CREATE TABLE changes(
      seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, command TEXT NOT NULL,
      language TEXT, record_table TEXT NOT NULL, record_key TEXT NOT NULL, before TEXT, after TEXT
    ) STRICT
    """,
    """
    CREATE TABLE drafts(
      id TEXT NOT NULL PRIMARY KEY, wizard TEXT NOT NULL, wizard_version INTEGER NOT NULL,
      answers TEXT NOT NULL, position TEXT NOT NULL, language TEXT, saved_at TEXT NOT NULL) STRICT
    """,
  ]

  private static let indexes = [
    "CREATE UNIQUE INDEX companies_id ON companies(id_key)",
    "CREATE INDEX companies_name ON companies(name_key)",
    "CREATE UNIQUE INDEX employees_code ON employees(code_key)",
    "CREATE INDEX contacts_company ON contacts(company) WHERE company IS NOT NULL",
    "CREATE UNIQUE INDEX contacts_default ON contacts(company) WHERE is_default = 1",
    "CREATE INDEX contacts_email ON contacts(email_key) WHERE email_key IS NOT NULL",
    "CREATE INDEX contacts_phone ON contacts(phone1) WHERE phone1 IS NOT NULL",
    "CREATE UNIQUE INDEX external_users_email ON external_users(email_key)",
    "CREATE UNIQUE INDEX external_users_contact ON external_users(contact)",
    "CREATE INDEX requests_contact ON requests(contact) WHERE contact IS NOT NULL",
    "CREATE INDEX entries_wizard ON entries(wizard)",
    "CREATE INDEX changes_record ON changes(record_table, record_key)",
  ]

  /// What keeps the history append-only: an erasure may empty it, nothing may rewrite it.
  private static let triggers = [
    """
    CREATE TRIGGER changes_kept BEFORE DELETE ON changes
    BEGIN SELECT RAISE(ABORT, 'append-only: changes'); END
    """,
    """
    CREATE TRIGGER changes_unaltered BEFORE UPDATE ON changes
    WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.seq IS NOT OLD.seq
      OR NEW.at IS NOT OLD.at OR NEW.who IS NOT OLD.who OR NEW.command IS NOT OLD.command
      OR NEW.language IS NOT OLD.language OR NEW.record_table IS NOT OLD.record_table
      OR NEW.record_key IS NOT OLD.record_key
    BEGIN SELECT RAISE(ABORT, 'append-only: changes'); END
    """,
  ]

  private static let active = "CHECK (status IN ('active', 'inactive'))"

  private static let reach = """
    address1 TEXT, address2 TEXT, city TEXT, state TEXT, postal_code TEXT, country TEXT,
    address_alias TEXT, phone1 TEXT, phone2 TEXT, phone3 TEXT, fax1 TEXT, fax2 TEXT, email1 TEXT,
    email2 TEXT
    """

  private static let person = """
    company_name TEXT, first_name TEXT, middle_initial TEXT, last_name TEXT,
    employee TEXT REFERENCES employees, \(reach), notes TEXT
    """

  private static let kept = """
    revision INTEGER NOT NULL, created_at TEXT NOT NULL, created_by TEXT NOT NULL, wizard TEXT,
    wizard_version INTEGER, created_language TEXT, source TEXT NOT NULL, source_row INTEGER,
    case_key TEXT
    """
}
