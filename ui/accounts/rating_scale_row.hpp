// SPDX-License-Identifier: GPL-3.0-or-later
// Under the rows of a file to be imported: of how many its ratings are, why, and another answer by the person.
// Thread: the window's.
#pragma once

#include <vigie/connect/rating_scale.hpp>

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace vigie::ui {

class RatingScaleRow final : public QWidget {
    Q_OBJECT
public:
    explicit RatingScaleRow(QWidget *parent = nullptr);
    /// What the mapping says, and what was found in the file; hidden when no column holds ratings.
    void setReading(connect::RatingScale scale, const std::optional<connect::RatingReading> &reading);
    [[nodiscard]] connect::RatingScale scale() const;
    /// As if the person had.
    void choose(connect::RatingScale scale);
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void chosen();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();

    QLabel *label_, *words_;
    QComboBox *scales_;
    std::optional<connect::RatingReading> reading_;
};

} // namespace vigie::ui
