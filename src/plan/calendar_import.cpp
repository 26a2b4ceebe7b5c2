// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/calendar_import.hpp>

#include "plan/table_import.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/plan/calendar_log.hpp>
#include <vigie/plan/events.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/members.hpp>
#include <vigie/text/fold.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

namespace vigie::plan {

namespace {

using What = ImportEntry::What;

constexpr std::size_t kLargest = 20U << 20U;

Result<std::string> contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(Errc::NotFound, "the file cannot be read: " + path);
    std::string text;
    constexpr std::size_t kBlock = 65536;
    std::string block(kBlock, '\0');
    while (file) {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        text.append(block, 0, static_cast<std::size_t>(file.gcount()));
        if (text.size() > kLargest)
            return fail(Errc::TooLarge, "the file is larger than 20 MB");
    }
    return text;
}

bool isCalendar(const std::string &text)
{
    const auto begin = text.rfind("\xEF\xBB\xBF", 0) == 0 ? 3U : 0U;
    return lowerAscii(trimmed(std::string_view(text).substr(begin, 256))).rfind("begin:vcalendar", 0) == 0;
}

void judgeHour(ImportEntry &entry, const WallTime &wall, const std::string &zone, Instant now)
{
    const auto at = toInstant(wall, zone);
    if (!at) {
        entry.what = What::Skip;
        entry.reason = "date";
    } else if (at->kind != ZonedInstant::Kind::Unique) {
        entry.reason = at->kind == ZonedInstant::Kind::Gap ? "gap" : "double";
    } else if (at->at < now) {
        entry.reason = "past";
    }
}

/// "mastodon", "@brand", "brand@social.example": networks and handles as people write them.
std::vector<AccountId> accountsNamed(const std::vector<Account> &all, const std::string &name)
{
    auto wanted = text::fold(name);
    if (!wanted.empty() && wanted.front() == '@')
        wanted.erase(0, 1);
    std::vector<AccountId> out;
    for (const auto &account : all) {
        const auto handle = text::fold(account.handle);
        const bool same = wanted == handle || wanted == text::fold(account.name) || wanted == text::fold(account.connector) || wanted == handle.substr(0, handle.find('@'));
        if (same)
            out.push_back(account.id);
    }
    return out;
}

class Judge {
public:
    static Result<Judge> of(store::Tx &tx)
    {
        Judge judge(tx);
        VIGIE_TRY(auto accounts, store::Accounts(tx).all());
        for (auto &account : accounts)
            if (account.capabilities.has(Capability::Publish))
                judge.accounts_.push_back(std::move(account));
        VIGIE_TRY(judge.campaigns_, store::Campaigns(tx).all());
        return judge;
    }

    Result<void> post(ImportEntry &entry)
    {
        auto &plan = entry.post;
        for (const auto &name : entry.accounts) {
            const auto found = accountsNamed(accounts_, name);
            if (found.empty()) {
                entry.what = What::Skip;
                entry.reason = "account";
                entry.detail = name;
                return {};
            }
            for (const auto id : found)
                addAccount(plan, id);
        }
        if (entry.accounts.empty())
            for (const auto &account : accounts_)
                addAccount(plan, account.id);
        for (const auto &campaign : campaigns_)
            if (!entry.campaign.empty() && text::fold(campaign.name) == text::fold(entry.campaign))
                plan.campaign = campaign.id;
        if (!plan.wall)
            return {};
        judgeHour(entry, *plan.wall, plan.zone, tx_.now());
        if (entry.what == What::Skip)
            return {};
        VIGIE_TRY(const auto at, toInstant(*plan.wall, plan.zone));
        VIGIE_TRY(const auto there, store::Plans(tx_).between(at.at, at.at + std::chrono::seconds(1)));
        if (std::any_of(there.begin(), there.end(), [&](const PlanItem &one) { return one.text == plan.text; }))
            entry.what = What::Same;
        return {};
    }

    Result<void> event(ImportEntry &entry)
    {
        judgeHour(entry, entry.event.starts, entry.event.zone, Instant::min());
        if (entry.what == What::Skip)
            return {};
        if (const auto good = resolveEvent(entry.event); !good) {
            entry.what = What::Skip;
            entry.reason = "ends-before";
            return {};
        }
        entry.what = What::AddEvent;
        VIGIE_TRY(const auto known, store::CalendarEvents(tx_).byUid(entry.event.uid));
        if (!known)
            return {};
        VIGIE_TRY(const auto there, store::CalendarEvents(tx_).get(*known));
        const auto &now = entry.event;
        const bool same = there.name == now.name && there.place == now.place && there.note == now.note && there.startsAt == now.startsAt && there.endsAt == now.endsAt;
        entry.event.id = *known;
        entry.event.campaign = there.campaign;
        entry.event.locked = there.locked;
        entry.event.expected = there.expected;
        entry.what = same ? What::Same : What::ChangeEvent;
        return {};
    }

private:
    explicit Judge(store::Tx &tx) : tx_(tx) {}
    static void addAccount(PlanItem &plan, AccountId id)
    {
        if (std::any_of(plan.variants.begin(), plan.variants.end(), [id](const PlanVariant &one) { return one.account == id; }))
            return;
        plan.variants.emplace_back();
        plan.variants.back().account = id;
    }
    store::Tx &tx_;
    std::vector<Account> accounts_;
    std::vector<Campaign> campaigns_;
};

} // namespace

int CalendarImport::count(What what) const
{
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [what](const ImportEntry &one) { return one.what == what; }));
}

Result<CalendarImport> readCalendarFile(const std::string &path, const ImportOptions &options)
{
    if (!zoneExists(options.zone))
        return fail(Errc::InvalidInput, "unknown time zone \"" + options.zone + "\"");
    VIGIE_TRY(const auto text, contentOf(path));
    if (isCalendar(text))
        return readIcs(text, options, std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now()));
    return readTable(path, options);
}

Result<CalendarImport> judgeImport(store::Tx &tx, CalendarImport import)
{
    VIGIE_TRY(auto judge, Judge::of(tx));
    for (auto &entry : import.entries) {
        if (entry.what == What::Skip)
            continue;
        const bool post = entry.what == What::AddPost || (entry.what == What::Same && entry.event.name.empty());
        entry.reason.clear();
        entry.post.variants.clear();
        entry.what = post ? What::AddPost : What::AddEvent;
        VIGIE_CHECK(post ? judge.post(entry) : judge.event(entry));
    }
    return import;
}

Result<ImportDone> applyImport(store::Tx &tx, const connect::Catalogue &networks, CalendarImport given)
{
    ImportDone done;
    VIGIE_TRY(done.import, judgeImport(tx, std::move(given)));
    CalendarLog log(tx, "import");
    store::CalendarEvents events(tx);
    Planner planner(tx, networks);
    for (const auto &entry : done.import.entries) {
        if (entry.what == What::AddPost) {
            VIGIE_TRY(const auto id, planner.save(entry.post));
            VIGIE_CHECK(log.made(id));
        } else if (entry.what == What::AddEvent) {
            VIGIE_TRY(const auto id, events.save(entry.event));
            VIGIE_CHECK(log.made(id));
        } else if (entry.what == What::ChangeEvent) {
            VIGIE_TRY(const auto before, events.get(entry.event.id));
            VIGIE_CHECK(events.save(entry.event));
            VIGIE_CHECK(log.changed(before));
        }
    }
    done.step = log.id();
    return done;
}

} // namespace vigie::plan
