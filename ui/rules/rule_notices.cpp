// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_notices.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/rule_stops.hpp>

namespace vigie::ui {

namespace {
constexpr int kShownMs = 60'000; // whoever is at another window comes back to it
}

RuleNotices::RuleNotices(Shell &shell, QObject *parent) : QObject(parent), shell_(shell)
{
    connect(&shell_.bridge, &Bridge::opened, this, &RuleNotices::look);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            look();
    });
}

void RuleNotices::look()
{
    const auto number = generation_.next();
    shell_.bridge.read<std::vector<RuleLogLine>>(this, [](store::Tx &tx) { return store::untoldStops(tx); }, [this, number](Result<std::vector<RuleLogLine>> stops) {
        if (generation_.is(number) && stops && !stops->empty() && stops->front().id > told_)
            tell(*stops);
    });
}

void RuleNotices::tell(const std::vector<RuleLogLine> &stops)
{
    const auto &last = stops.front();
    told_ = last.id;
    const auto words = tr("The rules were stopped at \"%1\" after %2 changes by one event. What came after it was left as it was.")
                           .arg(qs(last.name), format::number(QString::fromStdString(last.done).toDouble()));
    shell_.toasts.showAction(words, tr("Open the rules"), [this] { Q_EMIT shell_.openPanel(QStringLiteral("rules")); }, kShownMs);
    shell_.bridge.write<bool>(this, [line = last.id](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::setToldStops(tx, line));
        return true;
    }, [](const Result<bool> &) {});
}

} // namespace vigie::ui
