// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/connect/extensions.hpp>

#include <algorithm>
#include <charconv>

namespace vigie::connect {

namespace {
constexpr const char *kPlace = "media_place"; ///< setting: number of the account that takes the files
}

AccountId placeOf(const Account &account)
{
    const auto written = account.setting(kPlace);
    AccountId place;
    std::from_chars(written.data(), written.data() + written.size(), place.value);
    return place;
}

void choosePlace(std::vector<AccountSetting> &settings, AccountId place)
{
    settings.erase(std::remove_if(settings.begin(), settings.end(), [](const AccountSetting &one) { return one.key == kPlace; }), settings.end());
    if (place)
        settings.push_back({kPlace, std::to_string(place.value)});
}

} // namespace vigie::connect
