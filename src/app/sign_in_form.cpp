// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/sign_in_form.hpp>
#include <vigie/base/ascii.hpp>

#include "app/spending.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace vigie::app {

namespace {

using connect::FieldSpec;

bool named(const std::vector<FieldSpec> &fields, const std::string &key)
{
    return std::any_of(fields.begin(), fields.end(), [&](const FieldSpec &field) { return field.key == key; });
}

bool isAmount(const std::string &value)
{
    Account account;
    account.set(kBudgetSetting, value);
    return budgetOf(account).has_value();
}

tl::expected<Secret, FieldProblem::What> contentsOf(const std::string &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) // a pipe or a device would keep whoever reads it waiting
        return tl::unexpected(FieldProblem::What::NoFile);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return tl::unexpected(FieldProblem::What::NoFile);
    std::string bytes(kMostKeyBytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    if (file.bad())
        return tl::unexpected(FieldProblem::What::NoFile);
    if (bytes.empty() || bytes.size() > kMostKeyBytes)
        return tl::unexpected(bytes.empty() ? FieldProblem::What::EmptyFile : FieldProblem::What::LargeFile);
    return Secret(std::move(bytes));
}

void set(std::vector<AccountSetting> &settings, const std::string &key, const std::string &value)
{
    std::erase_if(settings, [&](const AccountSetting &one) { return one.key == key; });
    if (!value.empty())
        settings.push_back({key, value});
}

} // namespace

std::vector<FieldSpec> fieldsOf(const connect::Descriptor &network, const connect::SignInWay *way)
{
    auto fields = network.fields;
    if (way != nullptr)
        for (const auto &field : way->fields)
            if (!named(fields, field.key))
                fields.push_back(field);
    return fields;
}

tl::expected<AddAccount, FieldProblem> composed(const connect::Descriptor &network, const connect::SignInWay *way, const std::map<std::string, Secret> &typed, bool allowPrivate,
                                                const std::vector<AccountSetting> &before)
{
    using What = FieldProblem::What;
    const auto wrong = [](What what, const std::string &key) { return tl::unexpected(FieldProblem{what, key}); };
    AddAccount account;
    account.connector = network.id;
    account.allowPrivate = allowPrivate;
    account.settings = before;
    account.way = way != nullptr ? way->kind : connect::AuthKind::None;
    for (const auto &field : fieldsOf(network, way)) {
        const bool ofWay = way != nullptr && !named(network.fields, field.key);
        const auto entry = typed.find(field.key);
        const Secret value(entry == typed.end() ? std::string{} : std::string(trimmed(entry->second.reveal())));
        if (value.empty() && field.required)
            return wrong(What::Missing, field.key);
        const std::string text = field.kind == FieldSpec::Kind::Secret ? std::string{} : std::string(value.reveal());
        if (!text.empty() && field.kind == FieldSpec::Kind::Choice && !field.choices.empty() && std::find(field.choices.begin(), field.choices.end(), text) == field.choices.end())
            return wrong(What::NoChoice, field.key);
        if (!text.empty() && field.kind == FieldSpec::Kind::Money && !isAmount(text))
            return wrong(What::NoMoney, field.key);
        if (field.key == "instance") {
            if (text.empty())
                continue;
            const auto instance = connect::normaliseInstance(text, allowPrivate);
            if (!instance)
                return wrong(What::NoAddress, field.key);
            account.instance = *instance;
        } else if (field.kind == FieldSpec::Kind::Secret) {
            if (!value.empty())
                account.typed.set(field.key, value);
        } else if (field.kind == FieldSpec::Kind::File && ofWay) {
            if (!text.empty())
                account.keyFiles.push_back({field.key, text});
        } else {
            set(account.settings, field.key, text);
            if (ofWay && !text.empty())
                account.typed.set(field.key, value); // the client's own id, the user's name: needed to sign in
        }
    }
    return account;
}

tl::expected<AddAccount, FieldProblem> readKeyFiles(AddAccount account)
{
    for (const auto &file : account.keyFiles) {
        auto contents = contentsOf(file.value);
        if (!contents)
            return tl::unexpected(FieldProblem{contents.error(), file.key});
        account.typed.set(file.key, std::move(*contents));
    }
    account.keyFiles.clear();
    return account;
}

} // namespace vigie::app
