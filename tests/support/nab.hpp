// SPDX-License-Identifier: GPL-3.0-or-later
// The scoring of the Numenta Anomaly Benchmark (Lavin and Ahmad, "Evaluating Real-time Anomaly Detection Algorithms", 2015,
// section III) and its file formats.
// Thread: pure. Errors: an unreadable folder gives no series.
// The first detection within a labelled window earns the more the earlier it comes, later ones nothing; a window without any
// costs; a detection outside costs by its distance from the window before it. The first 15 % of a series, at most 750
// points, are not judged. 0 is to detect nothing, 100 is every window at its first point and nothing else.
#pragma once

#include <vigie/base/time.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace vigie::nab {

struct Series {
    std::string name;                                          ///< "group/file.csv"
    std::vector<std::pair<Instant, double>> points;
    std::vector<std::pair<std::size_t, std::size_t>> windows;  ///< first and last point of each
    [[nodiscard]] std::string group() const { return name.substr(0, name.find('/')); }
};

struct Profile {
    const char *name;
    double hit, falseAlarm, miss;
};
inline constexpr std::array<Profile, 3> kProfiles{{{"standard", 1, 0.11, 1}, {"low FP", 1, 0.22, 1}, {"low FN", 1, 0.11, 2}}};

struct Tally {
    double score = 0;
    int windows = 0, hits = 0, falseAlarms = 0;
    Tally &operator+=(const Tally &other)
    {
        score += other.score;
        windows += other.windows;
        hits += other.hits;
        falseAlarms += other.falseAlarms;
        return *this;
    }
};

inline double sigmoid(double position)
{
    return position >= 3 ? -1 : 2 / (1 + std::exp(5 * position)) - 1;
}

inline std::size_t probation(std::size_t points)
{
    return static_cast<std::size_t>(std::min(std::floor(0.15 * static_cast<double>(points)), 0.15 * 5000));
}

/// What one detection is worth, as if it were the only one.
class Worth {
public:
    Worth(const Series &series, const Profile &profile) : series_(series), profile_(profile) {}
    [[nodiscard]] double inWindow(std::size_t window, std::size_t at) const
    {
        const auto [first, last] = series_.windows[window];
        const double width = static_cast<double>(last - first + 1);
        return sigmoid(-static_cast<double>(last - at + 1) / width) * profile_.hit / sigmoid(-1);
    }
    /// `next`: the window that comes after the point.
    [[nodiscard]] double outside(std::size_t next, std::size_t at) const
    {
        if (next == 0)
            return -profile_.falseAlarm;
        const auto [first, last] = series_.windows[next - 1];
        return sigmoid(static_cast<double>(at - last) / static_cast<double>(last - first)) * profile_.falseAlarm;
    }

private:
    const Series &series_;
    const Profile &profile_;
};

/// `rings[i]`: the detector rang at point i.
inline Tally score(const Series &series, const std::vector<bool> &rings, const Profile &profile)
{
    const Worth worth(series, profile);
    const auto from = probation(series.points.size());
    Tally tally;
    std::size_t next = 0, at = 0;
    for (; next <= series.windows.size(); ++next) {
        const auto end = next < series.windows.size() ? series.windows[next].first : series.points.size();
        for (; at < end; ++at)
            if (at >= from && rings[at]) {
                tally.score += worth.outside(next, at);
                ++tally.falseAlarms;
            }
        if (next == series.windows.size() || series.windows[next].second < from) {
            if (next < series.windows.size())
                at = series.windows[next].second + 1;
            continue;
        }
        double best = -profile.miss;
        for (; at <= series.windows[next].second; ++at)
            if (at >= from && rings[at])
                best = std::max(best, worth.inWindow(next, at));
        tally.score += best;
        tally.windows += 1;
        tally.hits += best > -profile.miss ? 1 : 0;
    }
    return tally;
}

/// 0..100 as published. No window: 0.
inline double normalised(const Tally &tally, const Profile &profile)
{
    const double nothing = -profile.miss * tally.windows, perfect = profile.hit * tally.windows;
    return tally.windows == 0 ? 0 : 100 * (tally.score - nothing) / (perfect - nothing);
}

/// "2014-04-01 00:05:00", with or without a fraction.
inline Instant instantOf(std::string text)
{
    text = text.substr(0, 19) + "Z";
    text[10] = 'T';
    return parseRfc3339(text).value_or(Instant{});
}

inline std::vector<std::pair<Instant, double>> pointsOf(const std::filesystem::path &file)
{
    std::vector<std::pair<Instant, double>> points;
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line))
        if (const auto comma = line.find(','); comma >= 19 && comma != std::string::npos)
            points.emplace_back(instantOf(line), std::strtod(line.c_str() + comma + 1, nullptr));
    return points;
}

/// `folder` holds combined_windows.json and data/GROUP/FILE.csv; series without a file are left out.
inline std::vector<Series> load(const std::filesystem::path &folder)
{
    std::vector<Series> all;
    std::ifstream file(folder / "combined_windows.json");
    const auto json = nlohmann::json::parse(file, nullptr, false);
    for (const auto &[name, windows] : json.items()) {
        Series series{name, pointsOf(folder / "data" / name), {}};
        if (series.points.empty())
            continue;
        const auto place = [&](const std::string &time) {
            const auto found = std::find_if(series.points.begin(), series.points.end(), [at = instantOf(time)](const auto &point) { return point.first >= at; });
            return static_cast<std::size_t>(found - series.points.begin());
        };
        for (const auto &window : windows)
            series.windows.emplace_back(place(window[0]), std::min(place(window[1]), series.points.size() - 1));
        all.push_back(std::move(series));
    }
    return all;
}

} // namespace vigie::nab
