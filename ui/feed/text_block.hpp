// SPDX-License-Identifier: GPL-3.0-or-later
// A text as tall as it is, to be read, selected and copied; never HTML, nothing is ever loaded. Links go out through a
// signal.
// Thread: the window's.
#pragma once

#include "ui/feed/reading.hpp"

#include <vigie/text/difference.hpp>

#include <QTextBrowser>

namespace vigie::ui {

class TextBlock final : public QTextBrowser {
    Q_OBJECT
public:
    explicit TextBlock(QWidget *parent = nullptr);
    void showReading(const Reading &reading);
    void showPlain(const QString &text);
    /// What was removed and added, told by colour, by line and by sign, and in words to a screen reader.
    void showDifference(const std::vector<text::DifferencePiece> &pieces);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkPressed(const QString &target);

private:
    QVariant loadResource(int type, const QUrl &name) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void fit();
};

/// Opens a page of the network in the browser; false for anything but http and https.
bool openPage(const QString &address);

} // namespace vigie::ui
