// SPDX-License-Identifier: GPL-3.0-or-later
// What stands under a column or a figure: a thin bar of what was seen, missed and never asked, and the share in words.
// Pressing it is to open what stands behind.
// Thread: the window's.
#pragma once

#include "ui/widget/paint.hpp"

#include <vigie/model/sync.hpp>

#include <QAbstractButton>

#include <optional>
#include <string>
#include <vector>

namespace vigie::ui {

class CoverageLine final : public QAbstractButton {
    Q_OBJECT
public:
    explicit CoverageLine(QWidget *parent = nullptr);
    /// `sentence`: in place of the usual words, where more is to be said.
    void setCoverage(Coverage coverage, std::string zone, const QString &sentence = {});
    [[nodiscard]] const std::optional<Coverage> &coverage() const { return coverage_; }
    /// Share seen, gaps, last look: as sentences.
    [[nodiscard]] QString words() const;
    [[nodiscard]] const std::vector<paint::Stretch> &stretches() const { return stretches_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Where the bar is drawn.
    [[nodiscard]] QRect barRect() const;

private:
    [[nodiscard]] QString sentence() const;
    void retranslate();
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    std::optional<Coverage> coverage_;
    std::string zone_;
    QString sentence_;
    std::vector<paint::Stretch> stretches_;
};

} // namespace vigie::ui
