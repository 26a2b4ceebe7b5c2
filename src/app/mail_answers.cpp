// SPDX-License-Identifier: GPL-3.0-or-later
// Answers come in here. Each mail is brought to its question, or left alone: a mailbox holds much that is none of ours. How
// far the folder was read is committed together with what was found, so that a crash repeats and loses nothing.
#include "app/mail_impl.hpp"

#include <vigie/base/log.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::size_t kBatch = 40;     // mails that are held at once

Result<void> count(store::Tx &tx, const net::IncomingMail &mail, QuestionId matched, CollectReport &report)
{
    VIGIE_TRY(const auto landed, landMail(tx, mail, matched));
    if (!landed.fresh)
        return {};
    report.answers += mail.kind == net::MailKind::Person ? 1 : 0;
    report.automatic += mail.kind == net::MailKind::AutoReply ? 1 : 0;
    report.bounces += mail.kind == net::MailKind::Bounce ? 1 : 0;
    if (std::find(report.answered.begin(), report.answered.end(), landed.question) == report.answered.end())
        report.answered.push_back(landed.question);
    return {};
}

} // namespace

Result<CollectReport> Mail::Impl::collectWith(net::MailReader &from, const MailSettings &settings)
{
    VIGIE_TRY(const auto known, store.readNow<std::vector<net::SentQuestion>>([](store::Tx &tx) { return knownQuestions(tx); }));
    VIGIE_TRY(auto state, store.readNow<MailState>([](store::Tx &tx) { return mailState(tx); }));
    VIGIE_TRY(const auto folder, from.examine(settings.folder));
    CollectReport report;
    net::ReplySearch what;
    what.inBodies = true;
    report.readAnew = state.uidValidity != 0 && state.uidValidity != folder.uidValidity;
    if (state.uidValidity == folder.uidValidity)
        what.afterUid = state.lastUid;
    state.uidValidity = folder.uidValidity;
    state.lastUid = std::max(what.afterUid, folder.uidNext > 0 ? folder.uidNext - 1 : 0U);
    if (!known.empty() && known.back().askedAt)
        what.since = *known.back().askedAt - std::chrono::hours{24}; // the oldest stands last; days are the server's
    std::vector<std::uint32_t> uids;
    if (!known.empty()) {
        VIGIE_TRY(uids, from.search(what));
    }
    for (std::size_t at = 0; at < uids.size(); at += kBatch) {
        const std::vector<std::uint32_t> some(uids.begin() + static_cast<std::ptrdiff_t>(at),
                                              uids.begin() + static_cast<std::ptrdiff_t>(std::min(at + kBatch, uids.size())));
        VIGIE_TRY(auto mails, from.fetch(some));
        std::vector<std::pair<QuestionId, net::IncomingMail>> ours;
        for (auto &mail : mails) {
            readHtml(mail);
            if (const auto match = net::matchReply(mail, known))
                ours.emplace_back(QuestionId{match->number}, std::move(mail));
        }
        VIGIE_CHECK(store.writeNow<void>(
            [&](store::Tx &tx) -> Result<void> {
                for (const auto &[id, mail] : ours)
                    VIGIE_CHECK(count(tx, mail, id, report));
                return {};
            },
            store::Durability::Full));
        state.lastUid = std::max(state.lastUid, some.back());
    }
    VIGIE_CHECK(store.writeNow<void>(
        [&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(auto now, mailState(tx));
            if (now.uidValidity == state.uidValidity && now.lastUid == state.lastUid)
                return {};
            now.uidValidity = state.uidValidity;
            now.lastUid = state.lastUid;
            return setMailState(tx, now);
        },
        store::Durability::Full));
    if (!report.answered.empty())
        log::info("mail", "{} answer(s), {} from machines, {} undelivered", report.answers, report.automatic, report.bounces);
    return report;
}

// Beside a listener that waits: what both find is known by its id, and how far both read is only ever too little.
Result<CollectReport> Mail::Impl::collect(const std::stop_token &stopToken)
{
    VIGIE_TRY(const auto account, settings());
    VIGIE_TRY(const auto secret, password(account));
    net::MailReader once(account.incoming, secret);
    VIGIE_CHECK(once.connect(stopToken));
    return collectWith(once, account);
}

Result<CollectReport> Mail::Impl::collectNext(std::chrono::milliseconds howLong, const std::stop_token &stopToken)
{
    const std::lock_guard one(listening);
    VIGIE_TRY(const auto account, settings());
    const bool fresh = !reader || !reader->connected() || readerSettings != account;
    if (fresh) {
        VIGIE_TRY(const auto secret, password(account));
        reader = std::make_unique<net::MailReader>(account.incoming, secret);
        readerSettings = account;
        VIGIE_CHECK(reader->connect(stopToken));
        // What came while nobody listened is read first, and the folder is open for the waiting that follows.
        VIGIE_TRY(auto report, collectWith(*reader, account));
        if (!report.answered.empty())
            return report;
    }
    VIGIE_CHECK(reader->waitForNews(howLong, stopToken));
    return collectWith(*reader, account);
}

} // namespace vigie::app
