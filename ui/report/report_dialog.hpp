// SPDX-License-Identifier: GPL-3.0-or-later
// A report is chosen, looked at as it will be printed, and made: all of it without the window waiting.
// Thread: the window's; gathering is a reader's job, drawing and writing the bridge's worker's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/insight/report.hpp>

#include <QDialog>
#include <QImage>
#include <QTimer>

#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vigie::ui {

class ErrorBar;
class PagePreview;
class ReportForm;

class ReportDialog final : public QDialog {
    Q_OBJECT
public:
    /// `request`: the page of the dashboard that is in view.
    ReportDialog(Shell &shell, const insight::ReportRequest &request, QWidget *parent);
    ~ReportDialog() override;

    [[nodiscard]] ReportForm &form() const { return *form_; }
    [[nodiscard]] PagePreview &preview() const { return *preview_; }
    [[nodiscard]] bool ready() const { return shown_ && !busy_; }
    void make();

Q_SIGNALS:
    void made(const QStringList &files);

private:
    struct Pages {
        insight::Report report;
        std::vector<QImage> images;
    };
    void build();
    void lookSoon();
    void look();
    void readComment();
    void drawPages(insight::Report report, std::uint64_t asked);
    void keepComment();
    void write(insight::Report report);
    void prove(const insight::ReportRequest &request, QStringList files);
    void finished(const Result<QStringList> &files);
    void setBusy(bool busy, const QString &words = {});
    void showState();
    std::stop_token restart();

    Shell &shell_;
    ReportForm *form_;
    PagePreview *preview_;
    ErrorBar *error_;
    QLabel *state_;
    QProgressBar *bar_;
    QPushButton *make_, *stop_, *plans_;
    QTimer soon_;
    Generation generation_, comments_;
    std::stop_source work_;
    bool busy_ = false, shown_ = false;
};

} // namespace vigie::ui
