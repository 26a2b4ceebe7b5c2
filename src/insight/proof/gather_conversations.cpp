// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/proof/gather_conversations.hpp"

#include <vigie/store/figures.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/store/ticket_facts.hpp>

#include <algorithm>
#include <set>
#include <span>

namespace vigie::insight {

namespace {

constexpr auto kLongestPromise = std::chrono::hours{24 * 60};

class Conversations {
public:
    Conversations(store::Tx &tx, const ConversationAsk &ask, GatheredProof &out) : tx_(tx), ask_(ask), out_(out) {}

    Result<void> all()
    {
        std::set<TicketId> tickets;
        VIGIE_TRY(const auto samples, store::Figures(tx_).responses(ask_.stretch.from, ask_.stretch.to, ask_.networks));
        for (const auto &sample : samples)
            tickets.insert(sample.ticket);
        if (ask_.clocks)
            VIGIE_CHECK(clocks(tickets));
        if (ask_.moments)
            VIGIE_CHECK(moments({tickets.begin(), tickets.end()}));
        auto &rows = out_.table(ProofRows::Conversations).rows;
        const std::vector<TicketId> ids(tickets.begin(), tickets.end());
        for (std::size_t from = 0; from < ids.size(); from += kProofSlice) {
            const auto slice = std::span(ids).subspan(from, std::min(kProofSlice, ids.size() - from));
            VIGIE_TRY(const auto facts, store::ticketFacts(tx_, slice));
            if (facts.size() != slice.size())
                return fail(Errc::StorageDamaged, "a conversation that is counted is not there");
            for (const auto &one : facts)
                rows.push_back({std::to_string(one.ticket.value), toString(one.status), timeCell(one.asked), timeCell(one.answered), std::to_string(one.answers)});
        }
        return {};
    }

private:
    [[nodiscard]] bool asked(const std::string &network) const
    {
        const auto &wanted = ask_.networks;
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), network) != wanted.end();
    }

    /// A message of the member opens a conversation, an answer of ours gives them the word.
    Result<void> moments(const std::vector<TicketId> &tickets)
    {
        VIGIE_TRY(auto origins, store::Sla(tx_).origins(tickets));
        auto &rows = out_.table(ProofRows::Moments).rows;
        for (auto &origin : origins) {
            std::stable_sort(origin.moments.begin(), origin.moments.end(), [](const SlaMoment &a, const SlaMoment &b) { return a.at < b.at; });
            for (const auto &moment : origin.moments) {
                const auto state = moment.kind == SlaMoment::Kind::Inbound ? TicketStatus::Open : moment.kind == SlaMoment::Kind::Answer ? TicketStatus::WaitingMember : moment.status;
                rows.push_back({std::to_string(origin.ticket.value), toRfc3339(moment.at), toString(state), timeCell(moment.snoozedUntil)});
            }
        }
        return {};
    }

    /// Whatever began or ended in the stretch, was promised for it, or was open at its end; of each conversation all clocks.
    Result<void> clocks(std::set<TicketId> &tickets)
    {
        store::Sla sla(tx_);
        const auto from = ask_.stretch.from - std::max<std::chrono::hours>(kLongestPromise, ask_.before);
        VIGIE_TRY(const auto began, sla.results(from, ask_.stretch.to, false));
        VIGIE_TRY(const auto ended, sla.results(ask_.stretch.from, tx_.now() + std::chrono::seconds{1}, true));
        VIGIE_TRY(const auto open, sla.open(ask_.stretch.to));
        for (const auto *all : {&began, &ended, &open})
            for (const auto &one : *all)
                if (asked(one.network))
                    tickets.insert(one.event.ticket);
        const std::vector<TicketId> ids(tickets.begin(), tickets.end());
        VIGIE_TRY(const auto events, sla.events(ids));
        auto &rows = out_.table(ProofRows::Clocks).rows;
        for (const auto &[ticket, all] : events)
            for (const auto &event : all)
                rows.push_back({std::to_string(ticket.value), toString(event.target), std::to_string(event.sequence), toRfc3339(event.startedAt), timeCell(event.endedAt),
                                timeCell(event.dueAt), toString(event.state), std::to_string(event.used), std::to_string(event.wall), event.skewed ? "1" : "0"});
        return {};
    }

    store::Tx &tx_;
    const ConversationAsk &ask_;
    GatheredProof &out_;
};

} // namespace

Result<void> gatherConversations(store::Tx &tx, const ConversationAsk &ask, GatheredProof &out)
{
    return Conversations(tx, ask, out).all();
}

} // namespace vigie::insight
