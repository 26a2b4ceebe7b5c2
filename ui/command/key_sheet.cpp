// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/key_sheet.hpp"

#include "ui/app/panel.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/command/registry.hpp"

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <memory>
#include <utility>
#include <vector>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeySheet)
};

constexpr double kTitlePoints = 15, kHeadPoints = 11, kTextPoints = 8.5, kCellPadding = 1.5;

struct Section {
    const QWidget *context = nullptr;
    QString title;
    std::vector<const Command *> commands;
};

/// In the order in which they were declared; the window's own last.
std::vector<Section> sectionsOf(const CommandRegistry &commands)
{
    std::vector<Section> out;
    Section global{nullptr, Words::tr("Everywhere"), {}};
    for (const auto *command : commands.all()) {
        if (!command->inHelp || commands.keys(command->id).isEmpty())
            continue;
        if (command->context == nullptr) {
            global.commands.push_back(command);
            continue;
        }
        if (out.empty() || out.back().context != command->context) {
            const auto *panel = qobject_cast<const Panel *>(command->context);
            out.push_back({command->context, panel != nullptr ? panel->title() : Words::tr("Window"), {}});
        }
        out.back().commands.push_back(command);
    }
    out.push_back(std::move(global));
    return out;
}

void addSection(QTextCursor &at, const Section &section, const CommandRegistry &commands)
{
    QTextBlockFormat block;
    block.setTopMargin(8);
    block.setPageBreakPolicy(QTextFormat::PageBreak_Auto);
    QTextCharFormat head, plain, key;
    head.setFontPointSize(kHeadPoints);
    head.setFontWeight(QFont::DemiBold);
    plain.setFontPointSize(kTextPoints);
    key = plain;
    key.setFontWeight(QFont::DemiBold);
    at.insertBlock(block, head);
    at.insertText(section.title, head);
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(kCellPadding);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, 25), QTextLength(QTextLength::PercentageLength, 75)});
    auto *table = at.insertTable(static_cast<int>(section.commands.size()), 2, format);
    for (int row = 0; row < table->rows(); ++row) {
        const auto *command = section.commands[static_cast<std::size_t>(row)];
        QStringList keys;
        for (const auto &one : commands.keys(command->id))
            keys << one.toString(QKeySequence::NativeText);
        table->cellAt(row, 0).firstCursorPosition().insertText(keys.join(QStringLiteral("   ")), key);
        table->cellAt(row, 1).firstCursorPosition().insertText(command->text(), plain);
    }
    at.movePosition(QTextCursor::End);
}

} // namespace

void fillKeySheet(QTextDocument &sheet, const CommandRegistry &commands)
{
    sheet.clear();
    QTextCursor at(&sheet);
    QTextCharFormat title;
    title.setFontPointSize(kTitlePoints);
    title.setFontWeight(QFont::DemiBold);
    at.insertText(Words::tr("The keys of Vigie"), title);
    for (const auto &section : sectionsOf(commands))
        if (!section.commands.empty())
            addSection(at, section, commands);
}

bool saveKeySheet(const QString &path, const CommandRegistry &commands)
{
    QTextDocument sheet;
    fillKeySheet(sheet, commands);
    return writePdf(path, Words::tr("The keys of Vigie"), sheet).has_value();
}

void printKeySheet(const CommandRegistry &commands, QWidget *parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(Words::tr("The keys of Vigie"));
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, &commands] {
        QTextDocument sheet;
        fillKeySheet(sheet, commands);
        sheet.print(printer.get());
    });
    QObject::connect(dialog, &QObject::destroyed, parent, [printer] { (void)printer; }); // the dialog speaks to it until it is gone
    dialog->open();
}

} // namespace vigie::ui
