// SPDX-License-Identifier: GPL-3.0-or-later
// Comments to expect, a bar for each hour of the coming week; hours with nobody on duty stand on another ground, and their bars are hatched.
// The table below it has the same values.
// Thread: the window's.
#pragma once

#include <vigie/app/post_load.hpp>

#include <QWidget>

#include <string>

namespace vigie::ui {

class LoadChart final : public QWidget {
    Q_OBJECT
public:
    explicit LoadChart(QWidget *parent);
    void setForecast(app::LoadForecast forecast, const std::string &zone, bool dutyKnown);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    [[nodiscard]] QRectF plot() const;
    app::LoadForecast forecast_;
    std::string zone_;
    bool dutyKnown_ = false;
};

} // namespace vigie::ui
