// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen of the last seven days, what was missed, what was never asked: a thin strip with words behind it.
// Thread: the window's.
#pragma once

#include <vigie/model/sync.hpp>

#include <QAbstractButton>

#include <optional>
#include <set>

namespace vigie::ui {

class Bridge;

class CoverageStrip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit CoverageStrip(Bridge &bridge, QWidget *parent = nullptr);
    void setCoverage(Coverage coverage);
    /// Share seen, gaps, last look: as sentences.
    [[nodiscard]] QString words() const;
    /// Accounts with open gaps in the strip.
    [[nodiscard]] std::set<AccountId> withGaps() const;
    [[nodiscard]] QSize sizeHint() const override;
    void retranslate();

private:
    void paintEvent(QPaintEvent *event) override;
    Bridge &bridge_;
    std::optional<Coverage> coverage_;
};

} // namespace vigie::ui
