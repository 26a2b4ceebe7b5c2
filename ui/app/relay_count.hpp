// SPDX-License-Identifier: GPL-3.0-or-later
// Whether relays are counted: one decision for the whole window, kept in the workspace (store/relay_counting.hpp), and the box
// in which it is seen and changed wherever numbers stand.
// Thread: the window's.
#pragma once

#include <QComboBox>
#include <QObject>

namespace vigie::ui {

class Bridge;
class Shell;

class RelayCount final : public QObject {
    Q_OBJECT
public:
    /// The one of this window; made when first asked for, a child of the bridge.
    static RelayCount &of(Shell &shell);
    [[nodiscard]] bool counted() const { return counted_; }
    /// Kept at once; changed() follows when it is on the disk.
    void set(bool counted);

Q_SIGNALS:
    void changed(bool counted);

private:
    explicit RelayCount(Shell &shell);
    void read();
    Shell &shell_;
    bool counted_ = true;
};

/// For who knows the bridge alone.
[[nodiscard]] bool relaysCounted(const Bridge &bridge);

/// "With relays", "Without relays".
class RelayBox final : public QComboBox {
    Q_OBJECT
public:
    explicit RelayBox(Shell &shell, QWidget *parent = nullptr);

private:
    void retranslate();
    void changeEvent(QEvent *event) override;
};

} // namespace vigie::ui
