// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numbers/own_numbers.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/insight/estimates.hpp>
#include <vigie/insight/reputation_reader.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OwnNumbers)
};

constexpr double kMostVisits = 1e12;

} // namespace

const std::vector<OwnNumbers> &OwnNumbers::all()
{
    static const std::vector<OwnNumbers> kinds{
        {Kind::ViewRates, false, insight::kViewRate, 100, 0, 100, 2, {"estimated_impressions"},
         [](store::Tx &tx) -> Result<Values> { return insight::Estimates(tx).viewRates(); },
         [](store::Tx &tx, const std::string &name, std::optional<double> value) { return insight::Estimates(tx).setViewRate(name, value); }},
        {Kind::SiteVisits, true, {}, 1, 1, kMostVisits, 0, {"domain_reach"},
         [](store::Tx &tx) -> Result<Values> { return insight::Estimates(tx).siteVisits(); },
         [](store::Tx &tx, const std::string &name, std::optional<double> value) { return insight::Estimates(tx).setSiteVisits(name, value); }},
        {Kind::SourceWeights, false, 1.0, 1, 0, 100, 2, {"reputation"},
         [](store::Tx &tx) -> Result<Values> { return insight::ReputationReader(tx).weights(); },
         [](store::Tx &tx, const std::string &name, std::optional<double> value) { return insight::ReputationReader(tx).setWeight(name, value.value_or(1)); }},
        {Kind::Goals, false, {}, 1, 0, 0, 0, {"economic_value"}, nullptr, nullptr},
        {Kind::Surveys, false, {}, 1, 0, 0, 0, {"csat", "nps"}, nullptr, nullptr},
    };
    return kinds;
}

const OwnNumbers *OwnNumbers::of(std::string_view figure)
{
    for (const auto &one : all())
        if (std::find(one.figures.begin(), one.figures.end(), figure) != one.figures.end())
            return &one;
    return nullptr;
}

QString OwnNumbers::title() const
{
    switch (kind) {
    case Kind::ViewRates: return Words::tr("View rates");
    case Kind::SiteVisits: return Words::tr("Visits of sites");
    case Kind::SourceWeights: return Words::tr("Weights of networks");
    case Kind::Goals: return Words::tr("Visits and goals");
    case Kind::Surveys: return Words::tr("Surveys");
    }
    return {};
}

QString OwnNumbers::purpose() const
{
    switch (kind) {
    case Kind::ViewRates: return Words::tr("The share of an author's followers that is taken to see a post. Networks do not say it: until you enter yours, %1 is assumed.").arg(written(*assumed));
    case Kind::SiteVisits:
        return Words::tr("How many visits a month a site has that writes of you, as its media kit or a measuring institute says. A site counts once a day, for a thirtieth of its month.");
    case Kind::SourceWeights: return Words::tr("What a mention of a network weighs in the e-reputation index: 1 as delivered, 0 leaves the network out.");
    case Kind::Goals:
    case Kind::Surveys: break;
    }
    return {};
}

QString OwnNumbers::named() const
{
    return bySite ? Words::tr("Site") : Words::tr("Network");
}

QString OwnNumbers::number() const
{
    switch (kind) {
    case Kind::ViewRates: return Words::tr("View rate");
    case Kind::SiteVisits: return Words::tr("Visits a month");
    case Kind::SourceWeights: return Words::tr("Weight");
    case Kind::Goals:
    case Kind::Surveys: break;
    }
    return {};
}

QString OwnNumbers::suffix() const
{
    return kind == Kind::ViewRates ? Words::tr(" %", "behind a number in a field") : QString();
}

QString OwnNumbers::written(double value) const
{
    const double shown = value * shownTimes;
    int places = 0;
    for (double rest = shown; places < decimals && std::abs(rest - std::round(rest)) > 1e-6; rest *= 10)
        ++places;
    return format::number(shown, places) + suffix();
}

QStringList OwnNumbers::emptyWords() const
{
    if (kind == Kind::Goals)
        return {Words::tr("No goals are entered"), Words::tr("The value of a visit is not known until then. Enter a network, its days and visits, and a goal below.")};
    if (kind == Kind::Surveys)
        return {Words::tr("There are no answers yet"), Words::tr("Satisfaction and recommendation are not known until then. Import a table, or enter an answer below.")};
    if (kind != Kind::SiteVisits)
        return {};
    return {Words::tr("No visits are entered"), Words::tr("The reach of sites has no value until then. Enter a site that writes of you and its visits a month below.")};
}

QString OwnNumbers::offer() const
{
    switch (kind) {
    case Kind::ViewRates: return Words::tr("View rates...");
    case Kind::SiteVisits: return Words::tr("Enter visits...");
    case Kind::SourceWeights: return Words::tr("Weights of networks...");
    case Kind::Goals: return Words::tr("Enter goals...");
    case Kind::Surveys: return Words::tr("Enter answers...");
    }
    return {};
}

} // namespace vigie::ui
