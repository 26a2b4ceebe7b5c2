// SPDX-License-Identifier: GPL-3.0-or-later
// What is held of a person: each datum with where it comes from, since when, until when and why; and all of it as a file for them
// to read: PDF, Markdown, JSON, in either language.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/app/shell.hpp"

#include <vigie/desk/member_record.hpp>

#include <QDialog>

#include <atomic>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace vigie::ui {

class ErrorBar;

class RecordDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Format { Pdf, Markdown, Json };
    RecordDialog(Shell &shell, MemberId member, QWidget *parent);
    ~RecordDialog() override;
    [[nodiscard]] bool isReady() const { return card_.has_value(); }
    [[nodiscard]] QTableWidget &table() const { return *table_; }
    [[nodiscard]] QComboBox &language() const { return *language_; }
    /// Gathers everything, behind, and writes it; saved() or an error in place.
    void exportTo(const QString &path, Format format);

Q_SIGNALS:
    void saved(const QString &path);

private:
    void read();
    void show();
    void askFile(Format format);
    void setBusy(bool busy);
    void gathered(const std::shared_ptr<const desk::MemberRecord> &record, const QString &path, Format format);
    [[nodiscard]] std::string lang() const;

    Shell &shell_;
    MemberId member_;
    std::optional<PersonCard> card_;
    std::shared_ptr<std::atomic<int>> percent_;  ///< of the gathering that runs; below 0: stop
    QLabel *intro_;
    QTableWidget *table_;
    QComboBox *language_;
    QProgressBar *progress_;
    QPushButton *stop_;
    QList<QPushButton *> ways_;
    QLabel *done_;
    ErrorBar *error_;
};

} // namespace vigie::ui
