// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the workspace file: SOCI with its statements kept prepared, values always bound, and errors turned
// into ours at the edge. Statements inside guard() may throw; guard() is where exceptions end.
//
//   return tx.session().guard([&]() -> Result<Note> {
//       auto &db = tx.session();
//       db.exec("UPDATE note SET text=? WHERE id=?", text, id);                  // rows changed
//       auto row = db.one<NoteId, std::string, std::optional<Instant>>("SELECT id, text, at FROM note WHERE id=?", id);
//       db.each<NoteId, std::string>("SELECT id, text FROM note WHERE ticket_id=?", binds(ticket),
//                                    [&](NoteId note, std::string body) { ... });   // return false to stop early
//   });
//
// Values: integers, bool, enums, double, text, Id<>, Instant (stored as UTC microseconds), std::optional of these (NULL).
// Lists of ids: "... IN (SELECT value FROM json_each(?))" with idList(ids).
// Thread: one at a time; interrupt() from any. Errors: see errorFor().
#pragma once

#include "store/soci.hpp"

#include <vigie/base/id.hpp>
#include <vigie/base/result.hpp>
#include <vigie/base/time.hpp>

#include <array>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace vigie::store {

struct WriterCaches;
class HotStatement;
class ZoneDays;

/// A value on its way into a statement.
struct Bound {
    enum class Kind : std::uint8_t { Integer, Real, Text } kind = Kind::Integer;
    long long integer = 0;
    double real = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;
};

namespace detail {

template <class T> struct IsId : std::false_type {};
template <class Tag> struct IsId<Id<Tag>> : std::true_type {};
template <class T> struct IsOptional : std::false_type {};
template <class T> struct IsOptional<std::optional<T>> : std::true_type {};
template <class T> struct IsResult : std::false_type {};
template <class T> struct IsResult<Result<T>> : std::true_type {};

template <class T>
Bound bound(const T &value)
{
    Bound out;
    if constexpr (IsOptional<T>::value) {
        if (value)
            return bound(*value);
        out.indicator = soci::i_null;
    } else if constexpr (std::is_same_v<T, std::nullptr_t>) {
        out.indicator = soci::i_null;
    } else if constexpr (IsId<T>::value) {
        out.integer = value.value;
    } else if constexpr (std::is_same_v<T, Instant>) {
        out.integer = toMicros(value);
    } else if constexpr (std::is_enum_v<T>) {
        out.integer = static_cast<long long>(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        out.kind = Bound::Kind::Real;
        out.real = static_cast<double>(value);
    } else if constexpr (std::is_integral_v<T>) {
        out.integer = static_cast<long long>(value);
    } else {
        out.kind = Bound::Kind::Text;
        out.text = std::string_view(value);
    }
    return out;
}

/// Where a column lands before it becomes a T.
template <class T>
struct Cell {
    using Raw = std::conditional_t<std::is_same_v<T, std::string>, std::string,
                                   std::conditional_t<std::is_floating_point_v<T>, double, long long>>;
    Raw raw{};
    soci::indicator indicator = soci::i_ok;

    T take()
    {
        if (indicator == soci::i_null)
            return T{};
        if constexpr (std::is_same_v<T, std::string>)
            return std::move(raw);
        else if constexpr (std::is_same_v<T, Instant>)
            return fromMicros(raw);
        else if constexpr (std::is_same_v<T, bool>)
            return raw != 0;
        else
            return static_cast<T>(raw);
    }
};
template <class T>
struct Cell<std::optional<T>> {
    Cell<T> inner;
    std::optional<T> take()
    {
        if (inner.indicator == soci::i_null)
            return std::nullopt;
        return inner.take();
    }
};
template <class T> auto &rawOf(Cell<T> &cell) { return cell.raw; }
template <class T> auto &rawOf(Cell<std::optional<T>> &cell) { return cell.inner.raw; }
template <class T> soci::indicator &indicatorOf(Cell<T> &cell) { return cell.indicator; }
template <class T> soci::indicator &indicatorOf(Cell<std::optional<T>> &cell) { return cell.inner.indicator; }

} // namespace detail

/// The values of a statement, in the order of its question marks.
template <class... Args>
[[nodiscard]] std::vector<Bound> binds(const Args &...args)
{
    std::vector<Bound> out;
    out.reserve(sizeof...(args));
    (out.push_back(detail::bound(args)), ...);
    return out;
}
/// Ids as a JSON array, for json_each.
template <class Tag>
[[nodiscard]] std::string idList(std::span<const Id<Tag>> ids)
{
    std::string out = "[";
    for (const auto id : ids) {
        if (out.size() > 1)
            out += ',';
        out += std::to_string(id.value);
    }
    return out + ']';
}
template <class Tag>
[[nodiscard]] std::string idList(const std::vector<Id<Tag>> &ids)
{
    return idList(std::span<const Id<Tag>>(ids));
}

/// What a result code of SQLite (extended or not) means for us.
[[nodiscard]] Error errorFor(int code, int systemErrno, std::string detail);

enum class SessionMode : std::uint8_t { ReadWrite, Create, ReadOnly };

class Session {
public:
    /// `url`: a path or "file:...". Sets the pragmas of every connection; the page size only takes on a new file.
    static Result<std::unique_ptr<Session>> open(const std::string &url, SessionMode mode);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] soci::session &soci() { return soci_; }
    [[nodiscard]] sqlite_api::sqlite3 *raw() const { return raw_; }
    void interrupt() noexcept;
    [[nodiscard]] long long lastInsertId() const;

    /// Runs `f` and turns what it throws into an Error. `f` gives a Result<T>, a T or nothing.
    template <class F>
    auto guard(F &&f)
    {
        using Value = std::invoke_result_t<F &>;
        if constexpr (detail::IsResult<Value>::value)
            return guardResult<Value>(f);
        else if constexpr (std::is_void_v<Value>)
            return guardResult<Result<void>>([&]() -> Result<void> { f(); return {}; });
        else
            return guardResult<Result<Value>>([&]() -> Result<Value> { return f(); });
    }

    /// A statement without rows; the number of rows it changed.
    template <class... Args>
    long long exec(const std::string &sql, const Args &...args)
    {
        return execBound(sql, binds(args...));
    }
    /// The same for an INSERT; the row id it made.
    template <class... Args>
    long long insert(const std::string &sql, const Args &...args)
    {
        execBound(sql, binds(args...));
        return lastInsertId();
    }
    long long execBound(const std::string &sql, std::vector<Bound> values);

    template <class... Columns, class F>
    void each(const std::string &sql, std::vector<Bound> values, F &&row)
    {
        std::tuple<detail::Cell<Columns>...> cells; // before the lease, which lets go of them
        Lease lease(*this, sql);
        lease.bind(values);
        std::apply([&](auto &...cell) { (lease.statement().exchange(soci::into(detail::rawOf(cell), detail::indicatorOf(cell))), ...); }, cells);
        lease.statement().define_and_bind();
        bool more = lease.statement().execute(true);
        while (more) {
            if constexpr (std::is_same_v<std::invoke_result_t<F &, Columns...>, bool>) {
                if (!std::apply([&](auto &...cell) { return row(cell.take()...); }, cells))
                    return;
            } else {
                std::apply([&](auto &...cell) { row(cell.take()...); }, cells);
            }
            more = lease.statement().fetch();
        }
    }
    /// First row: the value itself for one column, a tuple for several.
    template <class... Columns, class... Args>
    auto one(const std::string &sql, const Args &...args)
    {
        using Row = std::conditional_t<sizeof...(Columns) == 1, std::tuple_element_t<0, std::tuple<Columns...>>, std::tuple<Columns...>>;
        std::optional<Row> found;
        each<Columns...>(sql, binds(args...), [&](Columns... columns) {
            found.emplace(std::move(columns)...);
            return false;
        });
        return found;
    }
    /// First column of all rows.
    template <class T, class... Args>
    std::vector<T> column(const std::string &sql, const Args &...args)
    {
        std::vector<T> out;
        each<T>(sql, binds(args...), [&](T value) { out.push_back(std::move(value)); });
        return out;
    }
    /// Several statements at once, without values (schema, pragmas).
    void script(std::string_view sql);

    /// The raw statement kept under this text; see hot_statement.hpp for why and when.
    HotStatement &hot(std::string_view sql);
    /// What the writer remembers between jobs; dropped when a job is rolled back.
    [[nodiscard]] WriterCaches &caches();
    void dropCaches();
    /// Local days of the workspace's zone (setting "workspace.zone", else UTC), read again in each transaction.
    ZoneDays &days();
    void transactionBegins() { zoneRead_ = false; }

private:
    struct Prepared {
        explicit Prepared(soci::session &session) : statement(session) {}
        soci::statement statement;
        bool busy = false;
    };
    /// A prepared statement for one use; a second use of the same text while the first still reads gets its own.
    class Lease {
    public:
        Lease(Session &session, const std::string &sql);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        soci::statement &statement() { return prepared_->statement; }
        void bind(std::vector<Bound> &values);

    private:
        std::unique_ptr<Prepared> own_;
        Prepared *prepared_ = nullptr;
    };

    Session() = default;
    template <class R, class F>
    R guardResult(F &&f)
    {
        try {
            return f();
        } catch (const std::exception &problem) {
            return fail(toError(problem));
        }
    }
    [[nodiscard]] Error toError(const std::exception &problem) const;

    soci::session soci_;
    sqlite_api::sqlite3 *raw_ = nullptr;
    std::unordered_map<std::string, std::unique_ptr<Prepared>> prepared_;
    std::unordered_map<std::string_view, std::unique_ptr<HotStatement>> hot_; // keyed by literals, which do not move
    std::unique_ptr<WriterCaches> caches_;
    std::unique_ptr<ZoneDays> days_;
    bool zoneRead_ = false;
};

} // namespace vigie::store
