// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/top_members.hpp>

#include "store/session.hpp"

#include <vigie/store/members.hpp>

#include <algorithm>
#include <unordered_map>

namespace vigie::store {

namespace {

struct Sum {
    std::int64_t mentions = 0;
    double tone = 0;
};

Result<TopMember> named(Tx &tx, std::int64_t member, const Sum &sum)
{
    TopMember top;
    top.member = MemberId{member};
    top.mentions = sum.mentions;
    top.meanTone = sum.tone / static_cast<double>(sum.mentions);
    std::string connector;
    auto &session = tx.session();
    VIGIE_CHECK(session.guard([&] {
        session.each<std::string, std::string, std::optional<double>, std::string>(
            "SELECT m.handle, m.name, m.followers, s.connector FROM member m JOIN source s ON s.id=m.source_id WHERE m.id=?", binds(member),
            [&](std::string handle, std::string name, std::optional<double> followers, std::string network) {
                top.handle = std::move(handle);
                top.name = std::move(name);
                top.audience = followers.value_or(-1);
                connector = std::move(network);
            });
    }));
    VIGIE_TRY(const auto policy, Accounts(tx).policyOf(connector));
    top.exportable = policy.exports < ExportRule::NoMemberData;
    return top;
}

} // namespace

Result<std::vector<TopMember>> topMembers(Tx &tx, const MentionScope &scope, std::size_t limit)
{
    std::unordered_map<std::int64_t, Sum> sums;
    VIGIE_CHECK(MentionFacts(tx).read(scope, [&sums](const MentionFact &fact) {
        if (fact.author > 0) {
            auto &sum = sums[fact.author];
            ++sum.mentions;
            sum.tone += fact.tone;
        }
        return true;
    }));
    std::vector<std::pair<std::int64_t, Sum>> order(sums.begin(), sums.end());
    const auto kept = std::min(order.size(), limit);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), [](const auto &a, const auto &b) {
        return a.second.mentions != b.second.mentions ? a.second.mentions > b.second.mentions : a.first < b.first;
    });
    std::vector<TopMember> out;
    for (std::size_t i = 0; i < kept; ++i) {
        VIGIE_TRY(auto top, named(tx, order[i].first, order[i].second));
        out.push_back(std::move(top));
    }
    return out;
}

} // namespace vigie::store
