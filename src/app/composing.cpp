// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/composing.hpp>

#include <vigie/connect/media_rules.hpp>
#include <vigie/plan/tracking.hpp>
#include <vigie/store/assets.hpp>
#include <vigie/store/members.hpp>
#include <vigie/text/rich_text.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

/// Handles that the text names and the base has met on this network.
Result<std::vector<std::string>> knownHandles(store::Tx &tx, const Account &account, const std::string &text)
{
    std::vector<std::string> known;
    store::Members members(tx);
    for (const auto &span : text::fromPlain(text).spans) {
        if (span.kind != TextSpan::Kind::Mention)
            continue;
        VIGIE_TRY(const auto found, members.find(account.connector, account.instance, span.target));
        if (found)
            known.push_back(span.target);
    }
    return known;
}

Result<plan::OutsideQuestion> questionOf(store::Tx &tx, const PlanItem &plan)
{
    plan::OutsideQuestion question;
    VIGIE_TRY(const auto rules, plan::readComposeRules(tx));
    VIGIE_TRY(const auto campaign, plan::campaignName(tx, plan));
    for (const auto &variant : plan.variants) {
        VIGIE_TRY(auto account, store::Accounts(tx).get(variant.account));
        auto leaving = plan::leavingText(plan, variant, account, rules.tracking, campaign);
        VIGIE_TRY(auto known, knownHandles(tx, account, leaving.text));
        question.texts.push_back({std::move(account), std::move(leaving.text), std::move(known)});
    }
    return question;
}

} // namespace

struct Composing::Impl {
    Impl(store::Store &storeToUse, plan::OutsideParts parts, const std::string &workspace)
        : store(storeToUse), outside(parts), shelf(plan::MediaShelf::folderOf(workspace))
    {
    }
    store::Store &store;
    plan::Outside outside;
    plan::MediaShelf shelf;
    std::stop_source stop;
    SerialWorker asking{"outside"}, taking{"media"}; ///< last: their threads end before what they use

    template <class T>
    void run(SerialWorker &worker, const std::stop_token &theirs, Executor &reply, std::function<Result<T>(const std::stop_token &)> job, std::function<void(Result<T>)> done)
    {
        worker.post([this, theirs, &reply, job = std::move(job), done = std::move(done)] {
            std::stop_source either;
            const auto end = [&either] { either.request_stop(); };
            const std::stop_callback first(theirs, end), second(stop.get_token(), end);
            auto answer = std::make_shared<Result<T>>(either.stop_requested() ? Result<T>(fail(Errc::Cancelled)) : job(either.get_token()));
            reply.post([answer, done] { done(std::move(*answer)); });
        });
    }
};

Composing::Composing(store::Store &store, plan::OutsideParts parts, const std::string &workspacePath)
    : impl_(std::make_unique<Impl>(store, parts, workspacePath))
{
}

Composing::~Composing()
{
    impl_->stop.request_stop();
}

const plan::MediaShelf &Composing::shelf() const
{
    return impl_->shelf;
}

Result<plan::OutsideAnswer> Composing::lookAndWait(const PlanItem &plan, const std::stop_token &stop)
{
    VIGIE_TRY(const auto question, impl_->store.readNow<plan::OutsideQuestion>([&](store::Tx &tx) { return questionOf(tx, plan); }));
    return impl_->outside.look(question, stop);
}

void Composing::look(PlanItem plan, std::stop_token stop, Executor &reply, std::function<void(Result<plan::OutsideAnswer>)> done)
{
    impl_->run<plan::OutsideAnswer>(impl_->asking, stop, reply, [this, plan = std::move(plan)](const std::stop_token &token) { return lookAndWait(plan, token); }, std::move(done));
}

Result<std::vector<TakenFile>> Composing::takeAndWait(const std::vector<std::string> &paths, const std::function<void(double)> &progress, const std::stop_token &stop)
{
    std::vector<TakenFile> taken;
    for (const auto &path : paths) {
        TakenFile one;
        one.path = path;
        const auto before = static_cast<double>(taken.size());
        auto asset = impl_->shelf.take(
            path,
            [&](double share) {
                if (progress)
                    progress((before + share) / static_cast<double>(paths.size()));
            },
            stop);
        if (!asset && asset.error().code == Errc::Cancelled)
            return fail(asset.error());
        if (!asset) {
            one.error = asset.error();
            taken.push_back(std::move(one));
            continue;
        }
        VIGIE_CHECK(impl_->store.writeNow<void>(
            [&](store::Tx &tx) -> Result<void> {
                store::Assets assets(tx);
                VIGIE_TRY(const auto known, assets.byHash(asset->sha256));
                one.known = known && !known->removedAt;
                VIGIE_TRY(const auto id, assets.add(*asset));
                VIGIE_TRY(one.asset, assets.get(id));
                VIGIE_TRY(one.alike, assets.alike(one.asset.fingerprint, id, plan::kAlikeBits));
                return {};
            },
            store::Durability::Full));
        taken.push_back(std::move(one));
    }
    return taken;
}

void Composing::take(std::vector<std::string> paths, std::stop_token stop, Executor &reply, std::function<void(double)> progress,
                     std::function<void(Result<std::vector<TakenFile>>)> done)
{
    impl_->run<std::vector<TakenFile>>(
        impl_->taking, stop, reply,
        [this, paths = std::move(paths), progress = std::move(progress), &reply](const std::stop_token &token) {
            int told = -1;
            const auto tell = [&](double share) {
                const int percent = static_cast<int>(share * 100);
                if (!progress || percent == told)
                    return;
                told = percent;
                reply.post([progress, share] { progress(share); });
            };
            return takeAndWait(paths, tell, token);
        },
        std::move(done));
}

Result<void> Composing::makeReady(Outbound &outbound, const Account &account)
{
    const auto rules = connect::mediaRules(account);
    for (auto &part : outbound.parts) {
        if (part.state == OutboundPart::State::Sent)
            continue;
        for (auto &media : part.media) {
            VIGIE_TRY(const auto asset, impl_->store.readNow<std::optional<Asset>>([&](store::Tx &tx) { return store::Assets(tx).byHash(media.sha256); }));
            if (!asset)
                continue;
            VIGIE_TRY(media.path, impl_->shelf.rendition(*asset, rules));
            if (media.path != impl_->shelf.pathOf(*asset)) {
                VIGIE_TRY(const auto facts, plan::mediaFacts(media.path));
                media.mime = facts.mime;
            }
        }
    }
    return {};
}

} // namespace vigie::app
