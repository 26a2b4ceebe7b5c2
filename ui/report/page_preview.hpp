// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a report as they will be printed, one under another.
// Thread: the window's.
#pragma once

#include <QImage>
#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace vigie::ui {

class PagePreview final : public QScrollArea {
    Q_OBJECT
public:
    explicit PagePreview(QWidget *parent = nullptr);
    /// What was shown stays, paler, until pages() comes.
    void setWaiting(bool waiting);
    void setPages(const std::vector<QImage> &pages, const QStringList &words);
    [[nodiscard]] int pageCount() const { return static_cast<int>(sheets_.size()); }

private:
    void resizeEvent(QResizeEvent *event) override;
    void fit();
    class Sheet;
    QWidget *body_;
    QVBoxLayout *layout_;
    std::vector<Sheet *> sheets_;
    bool waiting_ = false;
};

} // namespace vigie::ui
