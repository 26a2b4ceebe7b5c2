// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/language.hpp"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace vigie::ui {

Language::Language(QApplication &app) : QObject(&app), app_(app) {}

Language::~Language()
{
    drop();
}

std::vector<std::pair<QString, QString>> Language::all()
{
    return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("fr"), QString::fromUtf8("Fran\xC3\xA7" "ais")}};
}

void Language::drop()
{
    for (const auto &translator : translators_)
        app_.removeTranslator(translator.get());
    translators_.clear();
}

void Language::set(const QString &code)
{
    const QLocale desktop = QLocale::system();
    QString wanted = code.isEmpty() ? desktop.name().left(2) : code.left(2);
    if (wanted != QLatin1String("fr"))
        wanted = QStringLiteral("en");
    if (wanted == code_)
        return;
    code_ = wanted;
    // The desktop's own country is kept where the language is the same (Canada writes numbers in its way).
    const bool same = desktop.name().startsWith(wanted);
    QLocale::setDefault(same ? desktop : QLocale(wanted == QLatin1String("fr") ? QStringLiteral("fr_FR") : QStringLiteral("en_GB")));
    drop();
    const auto install = [this](const QString &file, const QString &folder) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(file, folder))
            return;
        app_.installTranslator(translator.get());
        translators_.push_back(std::move(translator));
    };
    install(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("vigie_") + wanted, QStringLiteral(":/i18n"));
}

} // namespace vigie::ui
