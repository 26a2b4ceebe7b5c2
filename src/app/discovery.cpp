// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/discovery.hpp>

#include <vigie/base/ascii.hpp>
#include <vigie/net/url.hpp>

#include <algorithm>
#include <memory>

namespace vigie::app {

namespace {

constexpr std::size_t kMostBody = 8U << 20; ///< a long feed is; what is larger is not looked at here
constexpr int kMostSteps = 3;               ///< addresses asked one after the other for one network
constexpr std::chrono::seconds kLastAnswers{30}; ///< a stopped request is answered at once; this is for a client that hangs

/// A bare word is a name to look for in the list, not an address to send anything to.
bool looksLikeAddress(const std::string &typed, bool allowPrivate)
{
    return allowPrivate || typed.find_first_of(".:@") != std::string::npos;
}

bool holdsPassword(const std::string &typed)
{
    const auto url = net::parseUrl(typed);
    return url && url->credentials;
}

/// Where the person's permission holds: the one host that was typed.
std::string typedHost(const std::string &typed)
{
    const auto origin = connect::normaliseInstance(typed, true);
    const auto url = origin ? net::parseUrl(*origin) : Result<net::Url>(fail(Errc::InvalidInput));
    return url ? url->host : std::string{};
}

/// One network's questions, one after the other.
struct Probe {
    const connect::Connector *connector = nullptr;
    std::vector<net::Response> answers;
    std::optional<connect::Candidate> recognised;
    std::optional<Error> trouble;
    bool over = false;
};

class Hunt {
public:
    Hunt(net::HttpClient &http, std::string typed, const DiscoverOptions &options, const std::stop_token &stop)
        : http_(http), typed_(std::move(typed)), host_(typedHost(typed_)), options_(options), asked_(stop, [this] { ours_.request_stop(); })
    {
    }

    void begin(const connect::Connector &connector)
    {
        if (auto request = connector.probe(typed_)) {
            probes_.push_back(std::make_unique<Probe>());
            probes_.back()->connector = &connector;
            ask(*probes_.back(), std::move(*request));
        }
    }

    /// Until all have answered, the patience ends or somebody stops it. False: not all had answered.
    bool wait()
    {
        const auto over = [this] { return waiting_ == 0 || ours_.stop_requested(); };
        const bool all = executor_.runUntil(over, options_.patience) && waiting_ == 0;
        ours_.request_stop();
        executor_.runUntil([this] { return waiting_ == 0; }, kLastAnswers); // each is answered once, stopped ones too
        return all;
    }

    [[nodiscard]] const std::vector<std::unique_ptr<Probe>> &probes() const { return probes_; }

private:
    void ask(Probe &probe, net::Request request)
    {
        const auto url = net::parseUrl(request.url);
        request.privateNetwork = options_.allowPrivate && url && url->host == host_;
        request.maxBody = std::min(request.maxBody, kMostBody);
        request.timeout = std::min(request.timeout, options_.patience);
        request.connectTimeout = std::min(request.connectTimeout, options_.patience);
        ++waiting_;
        http_.send(std::move(request), ours_.get_token(), executor_, [this, &probe](net::Answer answer) { take(probe, std::move(answer)); });
    }

    void take(Probe &probe, net::Answer answer)
    {
        --waiting_;
        if (!answer) {
            probe.trouble = std::move(answer.error().error);
            return;
        }
        probe.answers.push_back(std::move(*answer));
        if (probe.answers.size() < kMostSteps && !ours_.stop_requested())
            if (auto further = probe.connector->probeFurther(typed_, probe.answers)) {
                ask(probe, std::move(*further));
                return;
            }
        probe.over = true;
        probe.recognised = probe.connector->recognise(typed_, probe.answers.back());
    }

    net::HttpClient &http_;
    std::string typed_, host_;
    DiscoverOptions options_;
    std::stop_source ours_;
    std::stop_callback<std::function<void()>> asked_;
    ManualExecutor executor_;              ///< answers are read on the thread that waits
    std::vector<std::unique_ptr<Probe>> probes_;
    int waiting_ = 0;
};

/// A guess that the network itself took back is none; one that could not be checked counts half.
std::optional<connect::Candidate> judged(const connect::Connector &connector, const std::string &typed, const Probe *probe)
{
    if (probe != nullptr && probe->recognised)
        return probe->recognised;
    if (probe != nullptr && probe->over)
        return std::nullopt;
    auto guess = connector.guess(typed);
    if (guess && probe != nullptr)
        guess->certainty /= 2;
    return guess;
}

/// The trouble that tells the person most.
std::optional<Error> worst(const std::vector<std::unique_ptr<Probe>> &probes)
{
    std::optional<Error> told;
    for (const auto &probe : probes) {
        if (!probe->answers.empty())
            return std::nullopt; // somebody is there
        if (probe->trouble && (!told || probe->trouble->code == Errc::PolicyRefused || told->code == Errc::Cancelled))
            told = probe->trouble;
    }
    if (told && told->code == Errc::Cancelled)
        told = Error{Errc::Timeout, "no answer in time", 0, {}, {}};
    return told;
}

} // namespace

Result<Discovery> discover(const connect::Catalogue &catalogue, net::HttpClient &http, std::string_view words, const DiscoverOptions &options, std::stop_token stop)
{
    const std::string typed(trimmed(words));
    if (typed.empty())
        return fail(Errc::InvalidInput, "nothing was typed");
    if (holdsPassword(typed))
        return fail(Errc::InvalidInput, "an address must not hold a name or a password before the host");
    Hunt hunt(http, typed, options, stop);
    if (looksLikeAddress(typed, options.allowPrivate))
        for (const auto &connector : catalogue.all())
            hunt.begin(*connector);
    Discovery found;
    found.complete = hunt.wait();
    if (stop.stop_requested())
        return fail(Errc::Cancelled, "stopped");
    for (const auto &connector : catalogue.all()) {
        const auto probe = std::find_if(hunt.probes().begin(), hunt.probes().end(), [&](const auto &one) { return one->connector == connector.get(); });
        if (auto candidate = judged(*connector, typed, probe == hunt.probes().end() ? nullptr : probe->get()); candidate && candidate->certainty > 0)
            found.candidates.push_back(std::move(*candidate));
    }
    std::stable_sort(found.candidates.begin(), found.candidates.end(), [](const auto &a, const auto &b) { return a.certainty > b.certainty; });
    found.trouble = worst(hunt.probes());
    return found;
}

} // namespace vigie::app
