// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions from a file: pick, look at the rows, say what each column is, keep the mapping, import.
// Thread: the window's; files are read by the bridge's worker and the importer.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/connect/file_import.hpp>
#include <vigie/desk/import_rules.hpp>

#include <QWidget>

#include <stop_token>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;
class RatingScaleRow;

class ImportForm final : public QWidget {
    Q_OBJECT
public:
    explicit ImportForm(Shell &shell, QWidget *parent = nullptr);
    ~ImportForm() override;
    void begin();
    void openFile(const QString &path);
    void setColumn(int column, connect::ImportField field);
    void setRatingScale(connect::RatingScale scale);
    [[nodiscard]] RatingScaleRow &ratings() { return *ratings_; }
    void start();
    [[nodiscard]] const std::optional<intake::ImportReport> &report() const { return report_; }
    [[nodiscard]] const std::optional<connect::ImportPreview> &preview() const { return preview_; }

Q_SIGNALS:
    void cancelled();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void pick();
    void look(std::optional<connect::ImportMapping> mapping);
    void show(connect::ImportPreview preview);
    void fillTable();
    void readMappings();
    void useMapping(int index);
    void keepMapping();
    [[nodiscard]] connect::ImportMapping mapping() const;
    void progress(const intake::ImportReport &report, double share);
    void finish(Result<intake::ImportReport> report);
    void runRules(desk::ImportRuled so);
    void conclude(const QString &byRules);
    void setRunning(bool running);
    void showBad(const std::vector<connect::BadLine> &bad, std::int64_t count);

    Shell &shell_;
    QLabel *title_, *file_, *mappingLabel_, *sourceLabel_, *tableLabel_, *badLabel_, *state_;
    QPushButton *pick_, *keep_, *start_, *cancel_;
    QComboBox *mappings_;
    QLineEdit *source_, *mappingName_;
    QCheckBox *rules_;
    QTableWidget *table_;
    RatingScaleRow *ratings_;
    QPlainTextEdit *bad_;
    QProgressBar *bar_;
    ErrorBar *error_;
    QString path_;
    std::optional<connect::ImportPreview> preview_;
    std::vector<connect::ImportMapping> kept_;
    std::optional<intake::ImportReport> report_;
    Instant begun_;
    std::stop_source stop_, lookStop_;
    Generation generation_;
    bool running_ = false;
};

} // namespace vigie::ui
