/* What an import costs at the least: reads the generated CSV, applies the rules of Benchmarks/Wizards by
   hand, and inserts into a store that alta made, with the same settings and indexes, in one transaction.

   import-floor IN.csv STORE.db [--no-store]     prints rows, accepted, contacts, refused

   Knows the 31 columns by their place and nothing else: no other wizard, language, header, label or encoding,
   no progress, no way to go on after an interruption. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TYPE, CATEGORY, ID, NAME, STREET, POSTAL, CITY, COUNTRY, PHONE, EMAIL, POST, NOTES, BUYER, LICENCE,
       MANAGER, UNTIL, CONTACTS, COLUMNS = 31 };
enum { FIRST, LAST, MAIL, CALL, KIND, CONTACT_CELLS };

typedef struct { const char *start; size_t length; } cell;

static void fail(const char *what) { fprintf(stderr, "import-floor: %s\n", what); exit(1); }

/* Reading: one buffer; cells are parts of it, doubled quotes are undone in place. */

static char *buffer;
static size_t filled, place, capacity = 1 << 18;
static int input, ended;

static int refill(void) {
  if (ended) return 0;
  memmove(buffer, buffer + place, filled - place);
  filled -= place;
  place = 0;
  if (filled == capacity) buffer = realloc(buffer, (capacity *= 2) + 1);
  ssize_t count = read(input, buffer + filled, capacity - filled);
  if (count <= 0) { ended = 1; return 0; }
  filled += (size_t)count;
  return 1;
}

static int next_row(cell *cells) {
again:
  if (place == filled && !refill()) return 0;
  char *at = buffer + place, *end = buffer + filled;
  int count = 0;
  for (;;) {
    cell one = {at, 0};
    if (at < end && *at == '"') {
      char *to = ++at, *from = at;
      one.start = to;
      for (;; from++) {
        from = memchr(from, '"', (size_t)(end - from));
        if (!from || from + 1 == end) break;
        if (from[1] != '"') break;
        from++;
      }
      if (!from || (from + 1 == end && !ended)) { if (refill() || !ended) goto again; fail("open quote"); }
      one.length = (size_t)(from - one.start);
      at = from + 1;
    } else {
      while (at < end && *at != ',' && *at != '\n') at++;
      one.length = (size_t)(at - one.start);
    }
    if (at == end && !ended) { refill(); goto again; }
    if (count < COLUMNS) cells[count] = one;
    count++;
    if (at == end || *at == '\n') break;
    at++;
  }
  place = (size_t)(at - buffer) + (at < end);
  for (int i = 0; i < count && i < COLUMNS; i++) {
    char *from = memchr(cells[i].start, '"', cells[i].length), *last = (char *)cells[i].start + cells[i].length;
    if (!from) continue;
    char *to = from;
    for (; from < last; from++) { *to++ = *from; if (*from == '"') from++; }
    cells[i].length = (size_t)(to - cells[i].start);
  }
  return count;
}

/* Rules. */

static int is_digit(char c) { return c >= '0' && c <= '9'; }
static int is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
static int is(cell c, const char *text) { return c.length == strlen(text) && !memcmp(c.start, text, c.length); }

static int is_text(cell c, int most) {
  int count = 0, marks = 0;
  for (size_t i = 0; i < c.length; i++) {
    count += (c.start[i] & 0xC0) != 0x80;
    marks |= (unsigned char)c.start[i] > ' ';
  }
  return marks && count <= most;
}

static int is_vat(cell c) {
  if (c.length != 11 || memcmp(c.start, "DE", 2) || c.start[2] == '0') return 0;
  int product = 10;
  for (int i = 2; i < 11; i++) if (!is_digit(c.start[i])) return 0;
  for (int i = 2; i < 10; i++) {
    int sum = (c.start[i] - '0' + product) % 10;
    product = 2 * (sum ? sum : 10) % 11;
  }
  return (11 - product) % 10 == c.start[10] - '0';
}

static int is_nif(cell c) {
  if (c.length != 9) return 0;
  const char *s = c.start;
  if (*s == 'A' || *s == 'B') {
    int sum = 0;
    for (int i = 1; i < 9; i++) if (!is_digit(s[i])) return 0;
    for (int i = 1; i < 8; i++) { int v = (s[i] - '0') << (i & 1); sum += v / 10 + v % 10; }
    return s[8] - '0' == (10 - sum % 10) % 10;
  }
  int number = *s >= 'X' && *s <= 'Z' ? *s - 'X' : is_digit(*s) ? *s - '0' : -1;
  if (number < 0) return 0;
  for (int i = 1; i < 8; i++) { if (!is_digit(s[i])) return 0; number = number * 10 + s[i] - '0'; }
  return s[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23];
}

static int is_phone(cell c) {
  if (c.length < 8 || c.length > 16 || c.start[0] != '+' || c.start[1] == '0') return 0;
  for (size_t i = 1; i < c.length; i++) if (!is_digit(c.start[i])) return 0;
  return 1;
}

static int is_mail(cell c) {
  const char *at = memchr(c.start, '@', c.length), *end = c.start + c.length, *s;
  if (!at || c.length > 254 || at == c.start || *c.start == '.' || at[-1] == '.') return 0;
  for (s = c.start; s < at; s++)
    if (!(is_letter(*s) || is_digit(*s) || strchr("_%+-", *s) || (*s == '.' && s[1] != '.'))) return 0;
  int labels = 0;
  for (s = at + 1;; s++) {
    const char *label = s;
    while (s < end && (is_letter(*s) || is_digit(*s) || *s == '-')) s++;
    if (s == label || *label == '-' || s[-1] == '-' || s - label > 63) return 0;
    labels++;
    if (s == end) { for (; label < s; label++) if (!is_letter(*label)) return 0; return labels > 1; }
    if (*s != '.') return 0;
  }
}

static int is_date(cell c) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (c.length != 10 || c.start[4] != '-' || c.start[7] != '-') return 0;
  int year = atoi(c.start), month = atoi(c.start + 5), day = atoi(c.start + 8);
  if (month < 1 || month > 12 || day < 1) return 0;
  return day <= days[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 || year % 400 == 0));
}

static int fits(cell c, const char *form) { /* 9 a digit, A a capital, anything else itself */
  if (c.length != strlen(form)) return 0;
  for (size_t i = 0; i < c.length; i++) {
    int good = form[i] == '9' ? is_digit(c.start[i]) : form[i] == 'A' ? c.start[i] >= 'A' && c.start[i] <= 'Z'
             : c.start[i] == form[i];
    if (!good) return 0;
  }
  return 1;
}

static int has_contact(const cell *c) {
  return c[FIRST].length || c[LAST].length || c[MAIL].length || c[CALL].length || c[KIND].length;
}

static int holds(const cell *c) {
  int german = is(c[COUNTRY], "DE"), spanish = is(c[COUNTRY], "ES");
  int gmbh = is(c[TYPE], "gmbh") || is(c[TYPE], "ag"), sl = is(c[TYPE], "sl") || is(c[TYPE], "sa");
  int sole = is(c[TYPE], "sole");
  if (!(german || spanish) || !(gmbh || sl || sole) || (gmbh && !german) || (sl && !spanish)) return 0;
  if (!(german ? is_vat(c[ID]) : is_nif(c[ID]))) return 0;
  if (!is_text(c[NAME], 120) || !is_text(c[STREET], 120) || !is_text(c[CITY], 80)) return 0;
  if (!fits(c[POSTAL], "99999")) return 0;
  int region = (c[POSTAL].start[0] - '0') * 10 + c[POSTAL].start[1] - '0';
  if (region < 1 || (spanish && region > 52) || !is_phone(c[PHONE])) return 0;
  int post = is(c[POST], "true");
  if (!post && !is(c[POST], "false")) return 0;
  if (c[EMAIL].length ? !is_mail(c[EMAIL]) : !post) return 0;
  if (c[NOTES].length && !is_text(c[NOTES], 2000)) return 0;
  int is_public = is(c[CATEGORY], "public"), health = is(c[CATEGORY], "health");
  int building = is(c[CATEGORY], "construction");
  if (!is_public && !health && !building && !is(c[CATEGORY], "retail") && !is(c[CATEGORY], "wholesale")
      && !is(c[CATEGORY], "industry") && !is(c[CATEGORY], "services") && !is(c[CATEGORY], "nonprofit")) return 0;
  if (is_public ? !(fits(c[BUYER], "99999999-99999-99") || fits(c[BUYER], "EA9999999")) : c[BUYER].length > 0) return 0;
  if (health ? !fits(c[LICENCE], "AA-999999") : c[LICENCE].length > 0) return 0;
  if (building ? !is_text(c[MANAGER], 120) || !is_date(c[UNTIL]) : c[MANAGER].length || c[UNTIL].length) return 0;
  for (int i = CONTACTS; i < COLUMNS; i += CONTACT_CELLS) {
    if (!has_contact(c + i)) continue;
    if (!is_text(c[i + FIRST], 60) || !is_text(c[i + LAST], 60) || !is_mail(c[i + MAIL])) return 0;
    if (c[i + CALL].length && !is_phone(c[i + CALL])) return 0;
    if (!is(c[i + KIND], "contact") && !is(c[i + KIND], "external")) return 0;
  }
  return 1;
}

/* Storing. */

static sqlite3 *store;
static sqlite3_stmt *company, *customer, *contact, *user, *no_company, *no_customer, *no_contact, *no_user;
static int64_t companies, contacts, users;

static void run(const char *sql) {
  char *why = 0;
  if (sqlite3_exec(store, sql, 0, 0, &why)) { fprintf(stderr, "%s: ", sql); fail(why); }
}
static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *made = 0;
  if (sqlite3_prepare_v3(store, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, 0)) fail(sqlite3_errmsg(store));
  return made;
}
static void text(sqlite3_stmt *s, int at, cell c) {
  if (c.length) sqlite3_bind_text(s, at, c.start, (int)c.length, SQLITE_STATIC); else sqlite3_bind_null(s, at);
}
static int step(sqlite3_stmt *s) {
  int result = sqlite3_step(s);
  sqlite3_reset(s);
  if (result == SQLITE_CONSTRAINT) return 0;
  if (result != SQLITE_DONE) fail(sqlite3_errmsg(store));
  return 1;
}
static void take_back(sqlite3_stmt *s, int64_t key) { sqlite3_bind_int64(s, 1, key); step(s); }

/* Lower case for ASCII, the rest as it is; for names also without the marks of Latin letters, as alta folds. */
static cell key(cell c, char *room, int folds) {
  static const char *plain = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
  char *to = room;
  for (size_t i = 0; i < c.length; i++) {
    unsigned char b = (unsigned char)c.start[i];
    if (b == 0xC3 && folds && i + 1 < c.length) {
      unsigned char d = (unsigned char)c.start[++i];
      if (d == 0x9F) *to++ = 's';
      *to++ = plain[d - 0x80];
    } else *to++ = b >= 'A' && b <= 'Z' ? (char)(b | 32) : (char)b;
  }
  return (cell){room, (size_t)(to - room)};
}

static void open_store(const char *path) {
  if (sqlite3_open(path, &store)) fail("cannot open the store");
  run("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA foreign_keys=ON;"
      "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; BEGIN IMMEDIATE");
  sqlite3_stmt *last = prepare("SELECT (SELECT ifnull(max(no),0) FROM companies), (SELECT ifnull(max(no),0) FROM"
                               " contacts), (SELECT ifnull(max(no),0) FROM external_users)");
  sqlite3_step(last);
  companies = sqlite3_column_int64(last, 0); contacts = sqlite3_column_int64(last, 1); users = sqlite3_column_int64(last, 2);
  sqlite3_finalize(last);
#define KEPT "1,'2026-03-05T14:07:09Z','root','register-customer',1,'en','rows.csv',?2,NULL"
#define KEPT_NAMES "revision,created_at,created_by,wizard,wizard_version,created_language,source,source_row,case_key"
  company = prepare("INSERT INTO companies(no,id,id_key,name,name_key,type,status,origin,address1,city,postal_code,"
    "country,phone1,email1,attributes," KEPT_NAMES ") VALUES (?1,?3,?4,?5,?6,?7,'active','registration',?8,?9,?10,?11,"
    "?12,?13,?14," KEPT ")");
  customer = prepare("INSERT INTO customers(company,category,attributes,postal_invoice,status," KEPT_NAMES
    ") VALUES (?1,?3,?4,?5,'active'," KEPT ")");
  contact = prepare("INSERT INTO contacts(no,company,first_name,last_name,phone1,email1,is_default,status,email_key,"
    KEPT_NAMES ") VALUES (?1,?3,?4,?5,?6,?7,0,'active',?8," KEPT ")");
  user = prepare("INSERT INTO external_users(no,email,email_key,contact,language,max_connections,status," KEPT_NAMES
    ") VALUES (?1,?3,?4,?5,'en',1,'active'," KEPT ")");
  no_company = prepare("DELETE FROM companies WHERE no=?");
  no_customer = prepare("DELETE FROM customers WHERE company=?");
  no_contact = prepare("DELETE FROM contacts WHERE company=?");
  no_user = prepare("DELETE FROM external_users WHERE no=?");
}

static cell json(char *room, const char *form, cell one, cell two) {
  int count = sprintf(room, form, (int)one.length, one.start, (int)two.length, two.start);
  return (cell){room, (size_t)count};
}

static int insert(const cell *c, int64_t row) {
  static char keys[8][4096], members[2][16384];
  int64_t number = companies + 1, first = contacts, first_user = users;
  cell id = key(c[ID], keys[0], 0), name = key(c[NAME], keys[1], 1), own = {0, 0};
  if (c[NOTES].length) {
    char *to = members[0] + sprintf(members[0], "{\"notes\":\"");
    for (size_t i = 0; i < c[NOTES].length; i++) {
      char b = c[NOTES].start[i];
      if (b == '\n') { *to++ = '\\'; *to++ = 'n'; continue; }
      if (b == '"') *to++ = '\\';
      *to++ = b;
    }
    to += sprintf(to, "\"}");
    own = (cell){members[0], (size_t)(to - members[0])};
  }
  sqlite3_bind_int64(company, 1, number); sqlite3_bind_int64(company, 2, row);
  text(company, 3, c[ID]); text(company, 4, id); text(company, 5, c[NAME]); text(company, 6, name);
  text(company, 7, c[TYPE]); text(company, 8, c[STREET]); text(company, 9, c[CITY]); text(company, 10, c[POSTAL]);
  text(company, 11, c[COUNTRY]); text(company, 12, c[PHONE]); text(company, 13, c[EMAIL]); text(company, 14, own);
  if (!step(company)) return 0;
  cell brought = {0, 0};
  if (c[BUYER].length) brought = json(members[1], "{\"buyerReference\":\"%.*s\"}", c[BUYER], (cell){"", 0});
  if (c[LICENCE].length) brought = json(members[1], "{\"licenceNumber\":\"%.*s\"}", c[LICENCE], (cell){"", 0});
  if (c[MANAGER].length) brought = json(members[1], "{\"siteManager\":\"%.*s\",\"insuranceUntil\":\"%.*s\"}", c[MANAGER], c[UNTIL]);
  sqlite3_bind_int64(customer, 1, number); sqlite3_bind_int64(customer, 2, row); text(customer, 3, c[CATEGORY]);
  text(customer, 4, brought); sqlite3_bind_int(customer, 5, c[POST].start[0] == 't');
  step(customer);
  for (int i = CONTACTS; i < COLUMNS; i += CONTACT_CELLS) {
    if (!has_contact(c + i)) continue;
    cell mail = key(c[i + MAIL], keys[2], 0);
    sqlite3_bind_int64(contact, 1, contacts + 1); sqlite3_bind_int64(contact, 2, row); sqlite3_bind_int64(contact, 3, number);
    text(contact, 4, c[i + FIRST]); text(contact, 5, c[i + LAST]); text(contact, 6, c[i + CALL]);
    text(contact, 7, c[i + MAIL]); text(contact, 8, mail);
    step(contact);
    contacts++;
    if (c[i + KIND].start[0] != 'e') continue;
    sqlite3_bind_int64(user, 1, users + 1); sqlite3_bind_int64(user, 2, row); text(user, 3, c[i + MAIL]);
    text(user, 4, mail); sqlite3_bind_int64(user, 5, contacts);
    if (!step(user)) {
      while (users > first_user) take_back(no_user, users--);
      take_back(no_contact, number); take_back(no_customer, number); take_back(no_company, number);
      contacts = first;
      return 0;
    }
    users++;
  }
  companies = number;
  return 1;
}

int main(int count, char **words) {
  if (count < 3) fail("import-floor IN.csv STORE.db [--no-store]");
  int stores = count < 4 || strcmp(words[3], "--no-store");
  input = open(words[1], O_RDONLY);
  if (input < 0) fail("cannot open the input");
  buffer = malloc(capacity + 1);
  if (stores) open_store(words[2]);
  cell cells[COLUMNS];
  int64_t rows = 0, accepted = 0, made = contacts;
  next_row(cells);
  for (int n; (n = next_row(cells)); ) {
    rows++;
    if (n != COLUMNS || !holds(cells)) continue;
    accepted += stores ? insert(cells, rows) : 1;
  }
  if (stores)
    run("INSERT INTO counters SELECT 'companies', max(no) FROM companies WHERE true UNION ALL SELECT 'contacts', max(no)"
        " FROM contacts UNION ALL SELECT 'external_users', max(no) FROM external_users WHERE true ON CONFLICT (name) DO UPDATE"
        " SET value = excluded.value; COMMIT");
  printf("rows %ld accepted %ld contacts %ld refused %ld\n", (long)rows, (long)accepted, (long)(contacts - made), (long)(rows - accepted));
  return 0;
}
