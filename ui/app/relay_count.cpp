// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/relay_count.hpp"

#include "ui/app/shell.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/relay_counting.hpp>

#include <QEvent>

#include <utility>

namespace vigie::ui {

RelayCount &RelayCount::of(Shell &shell)
{
    auto *one = shell.bridge.findChild<RelayCount *>(QString(), Qt::FindDirectChildrenOnly);
    return one != nullptr ? *one : *new RelayCount(shell);
}

RelayCount::RelayCount(Shell &shell) : QObject(&shell.bridge), shell_(shell)
{
    connect(&shell_.bridge, &Bridge::opened, this, &RelayCount::read);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings)
            read();
    });
    if (shell_.bridge.state() == Bridge::State::Open)
        read();
}

void RelayCount::read()
{
    shell_.bridge.read<bool>(
        this, [](store::Tx &tx) { return store::RelayCounting(tx).counted(); },
        [this](Result<bool> counted) {
            if (counted && std::exchange(counted_, *counted) != *counted)
                Q_EMIT changed(counted_);
        });
}

void RelayCount::set(bool counted)
{
    if (counted == counted_)
        return;
    shell_.bridge.write<bool>(
        this,
        [counted](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::RelayCounting(tx).set(counted));
            return counted;
        },
        [this](Result<bool> done) {
            if (!done)
                shell_.toasts.showError(done.error());
            read();
        });
}

bool relaysCounted(const Bridge &bridge)
{
    const auto *one = bridge.findChild<RelayCount *>(QString(), Qt::FindDirectChildrenOnly);
    return one == nullptr || one->counted();
}

RelayBox::RelayBox(Shell &shell, QWidget *parent) : QComboBox(parent)
{
    auto &count = RelayCount::of(shell);
    addItems({QString(), QString()});
    setCurrentIndex(count.counted() ? 0 : 1);
    connect(this, &QComboBox::currentIndexChanged, &count, [&count](int index) { count.set(index == 0); });
    connect(&count, &RelayCount::changed, this, [this](bool counted) { setCurrentIndex(counted ? 0 : 1); });
    retranslate();
}

void RelayBox::retranslate()
{
    setItemText(0, tr("With relays"));
    setItemText(1, tr("Without relays"));
    setAccessibleName(tr("Whether relays count"));
    setToolTip(tr("Whether relays count, in columns, trends, alerts, figures and searches"));
}

void RelayBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

} // namespace vigie::ui
