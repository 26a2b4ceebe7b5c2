// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/session.hpp"

#include "store/fts_functions.hpp"
#include "store/hot_statement.hpp"
#include "store/writer_caches.hpp"
#include "store/zone_days.hpp"

#include <cerrno>
#include <mutex>

namespace vigie::store {

using namespace sqlite_api;

namespace {

constexpr std::size_t kMaxPrepared = 400;
constexpr int kBusyMillis = 5000;

/// A path as a URI, so that no character of it means anything to SOCI or SQLite.
std::string uriOf(const std::string &url)
{
    if (url.rfind("file:", 0) == 0)
        return url;
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.'
                           || c == '_' || c == '-' || c == '~';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

/// SOCI tells nothing of why a file could not be opened, so the question is put to SQLite itself first.
Result<void> probe(const std::string &uri, SessionMode mode)
{
    sqlite3 *db = nullptr;
    int flags = SQLITE_OPEN_URI;
    if (mode == SessionMode::ReadOnly)
        flags |= SQLITE_OPEN_READONLY;
    else
        flags |= SQLITE_OPEN_READWRITE | (mode == SessionMode::Create ? SQLITE_OPEN_CREATE : 0);
    int code = sqlite3_open_v2(uri.c_str(), &db, flags, nullptr);
    if (db) {
        sqlite3_extended_result_codes(db, 1);
        sqlite3_busy_timeout(db, kBusyMillis);
    }
    // The file is only looked at by the first statement.
    if (code == SQLITE_OK)
        code = sqlite3_exec(db, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
    else if (db)
        code = sqlite3_extended_errcode(db);
    std::string text = db ? sqlite3_errmsg(db) : "out of memory";
    const int system = db ? sqlite3_system_errno(db) : 0;
    sqlite3_close(db);
    if (code == SQLITE_OK)
        return {};
    return fail(errorFor(code, system, std::move(text)));
}

// The library keeps the type information of its backends to itself, which the undefined-behaviour sanitizer would ask for.
#define VIGIE_FOREIGN_TYPE __attribute__((no_sanitize("vptr")))

VIGIE_FOREIGN_TYPE sqlite3 *connectionOf(soci::session &session)
{
    return static_cast<soci::sqlite3_session_backend *>(session.get_backend())->conn_;
}

VIGIE_FOREIGN_TYPE void resetStatement(soci::statement &statement)
{
    auto *backend = static_cast<soci::sqlite3_statement_backend *>(statement.get_backend());
    sqlite3_reset(backend->stmt_);
    backend->databaseReady_ = true;
}

} // namespace

Error errorFor(int code, int systemErrno, std::string detail)
{
    Error error;
    error.detail = std::move(detail);
    error.code = Errc::Storage;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: error.code = Errc::Busy; break;
    case SQLITE_FULL: error.code = Errc::StorageFull; break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: error.code = Errc::StorageDamaged; break;
    case SQLITE_INTERRUPT: error.code = Errc::Cancelled; break;
    case SQLITE_TOOBIG: error.code = Errc::TooLarge; break;
    case SQLITE_CONSTRAINT:
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
            error.code = Errc::Duplicate;
        else if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
            error.code = Errc::NotFound;
        break;
    case SQLITE_IOERR:
        if (systemErrno == ENOSPC || systemErrno == EDQUOT || systemErrno == EFBIG)
            error.code = Errc::StorageFull;
        break;
    case SQLITE_CANTOPEN:
        if (systemErrno == ENOENT)
            error.code = Errc::NotFound;
        else if (systemErrno == ENOSPC || systemErrno == EDQUOT)
            error.code = Errc::StorageFull;
        break;
    default: break;
    }
    return error;
}

Result<std::unique_ptr<Session>> Session::open(const std::string &url, SessionMode mode)
{
    // Once, before anything is opened: some builds of the library read "file:" only when told so; and a connection has one
    // thread at a time here, so that it needs no lock around every column that is read.
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_config(SQLITE_CONFIG_URI, 1);
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    });
    const std::string uri = uriOf(url);
    VIGIE_CHECK(probe(uri, mode));
    std::unique_ptr<Session> session(new Session);
    return session->guard([&]() -> Result<std::unique_ptr<Session>> {
        soci::connection_parameters parameters(soci::sqlite3, "db=\"" + uri + "\"" + (mode == SessionMode::ReadOnly ? " readonly=true" : ""));
        session->soci_.open(parameters);
        session->raw_ = connectionOf(session->soci_);
        sqlite3_extended_result_codes(session->raw_, 1);
        sqlite3_busy_timeout(session->raw_, kBusyMillis);
        addFtsFunctions(session->raw_);
        if (mode == SessionMode::ReadOnly) {
            session->script("PRAGMA query_only=ON; PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY;");
        } else {
            // The page size must come before WAL. Large checkpoints: the default ones cost a third of the intake.
            session->script("PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                            "PRAGMA wal_autocheckpoint=4096; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-49152;"
                            "PRAGMA temp_store=MEMORY;");
        }
        return std::move(session);
    });
}

Session::~Session()
{
    hot_.clear();
    prepared_.clear(); // statements before their connection
}

void Session::interrupt() noexcept
{
    sqlite3_interrupt(raw_);
}

long long Session::lastInsertId() const
{
    return sqlite3_last_insert_rowid(raw_);
}

long long Session::execBound(const std::string &sql, std::vector<Bound> values)
{
    Lease lease(*this, sql);
    lease.bind(values);
    lease.statement().define_and_bind();
    lease.statement().execute(true);
    return sqlite3_changes64(raw_);
}

void Session::script(std::string_view sql)
{
    char *message = nullptr;
    const int code = sqlite3_exec(raw_, std::string(sql).c_str(), nullptr, nullptr, &message);
    const std::string text = message ? message : "";
    sqlite3_free(message);
    if (code != SQLITE_OK)
        throw HotError(text.c_str(), code);
}

HotStatement &Session::hot(std::string_view sql)
{
    auto &slot = hot_[sql];
    if (!slot)
        slot = std::make_unique<HotStatement>(raw_, sql);
    return *slot;
}

WriterCaches &Session::caches()
{
    if (!caches_)
        caches_ = std::make_unique<WriterCaches>();
    return *caches_;
}

void Session::dropCaches()
{
    caches_.reset();
    zoneRead_ = false;
}

ZoneDays &Session::days()
{
    if (!days_)
        days_ = std::make_unique<ZoneDays>();
    if (!zoneRead_) {
        const auto zone = one<std::string>("SELECT value FROM setting WHERE key='workspace.zone'");
        days_->setZone(zone.value_or("UTC"));
        zoneRead_ = true;
    }
    return *days_;
}

Error Session::toError(const std::exception &problem) const
{
    const int system = raw_ ? sqlite3_system_errno(raw_) : 0;
    int code = 0;
    if (const auto *hot = dynamic_cast<const HotError *>(&problem))
        code = hot->code();
    else if (const auto *soci = dynamic_cast<const soci::sqlite3_soci_error *>(&problem))
        code = soci->result();
    if (code != 0) {
        // SOCI passes on the plain code; the connection still knows the extended one.
        const int extended = raw_ ? sqlite3_extended_errcode(raw_) : 0;
        if ((extended & 0xff) == code)
            code = extended;
        return errorFor(code, system, problem.what());
    }
    if (dynamic_cast<const soci::soci_error *>(&problem) && raw_ && sqlite3_errcode(raw_) != SQLITE_OK)
        return errorFor(sqlite3_extended_errcode(raw_), system, problem.what());
    Error error;
    error.code = dynamic_cast<const soci::soci_error *>(&problem) ? Errc::Storage : Errc::Internal;
    error.detail = problem.what();
    return error;
}

Session::Lease::Lease(Session &session, const std::string &sql)
{
    if (session.prepared_.size() > kMaxPrepared)
        for (auto it = session.prepared_.begin(); it != session.prepared_.end();)
            it = it->second->busy ? std::next(it) : session.prepared_.erase(it);
    auto &slot = session.prepared_[sql];
    if (slot && !slot->busy) {
        prepared_ = slot.get();
        prepared_->busy = true;
        return;
    }
    auto &fresh = slot ? own_ : slot;
    fresh = std::make_unique<Prepared>(session.soci_);
    prepared_ = fresh.get();
    try {
        prepared_->statement.alloc();
        prepared_->statement.prepare(sql);
    } catch (...) {
        if (!own_)
            session.prepared_.erase(sql);
        throw;
    }
    prepared_->busy = true;
}

Session::Lease::~Lease()
{
    try {
        // A statement left half read would keep the snapshot open.
        resetStatement(prepared_->statement);
        prepared_->statement.bind_clean_up();
    } catch (const std::exception &) {
        // The statement failed before and said why then.
    }
    prepared_->busy = false;
}

void Session::Lease::bind(std::vector<Bound> &values)
{
    for (auto &value : values) {
        switch (value.kind) {
        case Bound::Kind::Integer: statement().exchange(soci::use(value.integer, value.indicator)); break;
        case Bound::Kind::Real: statement().exchange(soci::use(value.real, value.indicator)); break;
        case Bound::Kind::Text: statement().exchange(soci::use(value.text, value.indicator)); break;
        }
    }
}

} // namespace vigie::store
