// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/insight/formula.hpp>

#include <cstdlib>

namespace vigie::insight {

namespace {

using Base = FormulaUnit::Base;

constexpr std::array<const char *, FormulaUnit::kBases> kNames{"count", "people", "views", "s", "pt", "stars", "score", "currency", "post", "day", "h"};

FormulaUnit single(Base base, std::int8_t power = 1)
{
    FormulaUnit out;
    out.powers[static_cast<std::size_t>(base)] = power;
    return out;
}

FormulaUnit per(FormulaUnit unit, Base base)
{
    unit.powers[static_cast<std::size_t>(base)] = -1;
    return unit;
}

std::string powerText(std::size_t base, int power)
{
    return power == 1 ? kNames[base] : std::string(kNames[base]) + "^" + std::to_string(power);
}

} // namespace

FormulaUnit FormulaUnit::of(Unit unit)
{
    switch (unit) {
    case Unit::Count: return single(Base::Count);
    case Unit::People: return single(Base::People);
    case Unit::Percent: {
        FormulaUnit out;
        out.percent = true;
        return out;
    }
    case Unit::Points: return single(Base::Points);
    case Unit::Seconds: return single(Base::Seconds);
    case Unit::Stars: return single(Base::Stars);
    case Unit::Score: return single(Base::Score);
    case Unit::PerPost: return per(single(Base::Count), Base::Post);
    case Unit::PerDay: return per(single(Base::Count), Base::Day);
    case Unit::PerHour: return per(single(Base::Count), Base::Hour);
    case Unit::Ratio: return {};
    case Unit::Currency: return single(Base::Currency);
    case Unit::Views: return single(Base::Views);
    }
    return {};
}

Unit FormulaUnit::nearest() const
{
    for (const auto unit : {Unit::Count, Unit::People, Unit::Percent, Unit::Points, Unit::Seconds, Unit::Stars, Unit::Score, Unit::PerPost, Unit::PerDay, Unit::PerHour, Unit::Currency, Unit::Views})
        if (*this == of(unit))
            return unit;
    return Unit::Ratio;
}

std::string FormulaUnit::toString() const
{
    if (percent)
        return "%";
    std::string above, below;
    for (std::size_t i = 0; i < kBases; ++i) {
        auto &part = powers[i] > 0 ? above : below;
        if (powers[i] != 0)
            part += (part.empty() ? "" : "*") + powerText(i, std::abs(powers[i]));
    }
    if (below.empty())
        return above.empty() ? "1" : above;
    return (above.empty() ? "1" : above) + "/" + below;
}

} // namespace vigie::insight
