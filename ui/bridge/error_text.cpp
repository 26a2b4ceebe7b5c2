// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_text.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

ErrorText retry(const QString &sentence) { return {sentence, Offer::Retry, Words::tr("Try again")}; }
ErrorText reconnect(const QString &sentence) { return {sentence, Offer::Reconnect, Words::tr("Sign in again")}; }
ErrorText plain(const QString &sentence) { return {sentence, Offer::None, {}}; }

QString patience(const Error &error)
{
    if (!error.retryAfter)
        return Words::tr("The network asks for patience. Nothing is lost: Vigie goes on by itself later.");
    return Words::tr("The network asks for patience. Nothing is lost: Vigie goes on by itself in %1.").arg(format::duration(*error.retryAfter));
}

} // namespace

ErrorText errorText(const Error &error)
{
    switch (error.code) {
    case Errc::Cancelled:
        return plain(Words::tr("Stopped, as you asked. What was already saved stays."));
    case Errc::Network:
        return retry(Words::tr("The server cannot be reached. Nothing was sent; check the connection, or wait: Vigie tries again by itself."));
    case Errc::Timeout:
        return retry(Words::tr("The server did not answer in time. Nothing stored is lost; try again in a moment."));
    case Errc::Tls:
        return plain(Words::tr("The server's certificate was refused, so nothing was sent to it. Check the address and the clock of this computer."));
    case Errc::Server:
        return retry(Words::tr("The server has a problem of its own. Nothing stored is lost; try again later."));
    case Errc::Protocol:
        return retry(Words::tr("The server's answer could not be read, so nothing was taken from it. If it lasts, check that the address is right."));
    case Errc::TooLarge:
        return plain(Words::tr("What came is larger than Vigie accepts, so it was not read. Check the address or split the file."));
    case Errc::RateLimited:
        return plain(patience(error));
    case Errc::QuotaExhausted:
        return plain(Words::tr("Today's allowance of this network is used up. Vigie goes on by itself when it is renewed."));
    case Errc::BudgetStop:
        return plain(Words::tr("The call would cost more than you allowed for this account, so it was not made. Raise the budget or wait for the next month."));
    case Errc::AuthExpired:
        return reconnect(Words::tr("The sign-in has expired. Nothing was sent; sign in again, and what waits will go on."));
    case Errc::AuthRevoked:
        return reconnect(Words::tr("The network no longer accepts this sign-in. What waits to be sent is kept; sign in again."));
    case Errc::ScopeMissing:
        return reconnect(Words::tr("This sign-in lacks a permission that is needed, so nothing was done. Sign in again and allow it."));
    case Errc::ApprovalMissing:
        return plain(Words::tr("The network has not approved this use, so nothing was done. Ask for its approval."));
    case Errc::Forbidden:
        return plain(Words::tr("The network does not let this account do that. Nothing was done."));
    case Errc::PolicyRefused:
        return plain(Words::tr("A rule does not allow this here, so nothing was done."));
    case Errc::ContentRefused:
        return plain(Words::tr("The text or the media was refused, so it was not published. Change it and send it again."));
    case Errc::Duplicate:
        return plain(Words::tr("This is already there, so nothing was added."));
    case Errc::NotFound:
        return plain(Words::tr("It is not there. Check the address or the name."));
    case Errc::Gone:
        return plain(Words::tr("It was removed at the network. Your copy stays."));
    case Errc::Unsupported:
        return plain(Words::tr("This network does not offer that, so nothing was done."));
    case Errc::Conflict:
        return retry(Words::tr("Somebody changed it meanwhile, so nothing was overwritten. Look at it and decide again."));
    case Errc::Pending:
        return plain(Words::tr("The network has it and is not done yet. Nothing is left to do."));
    case Errc::UnknownOutcome:
        return plain(Words::tr("It was sent, but whether it arrived is not known. Vigie looks for it and will never send it twice by itself."));
    case Errc::InvalidInput:
        return plain(Words::tr("This cannot be used as it is, so nothing was changed. Correct it and try again."));
    case Errc::Storage:
        return retry(Words::tr("The workspace could not be read or written. What was saved before is safe; check the disk and try again."));
    case Errc::StorageFull:
        return retry(Words::tr("The disk is full. The last change was not saved; everything before it is. Free some space and try again."));
    case Errc::StorageDamaged:
        return {Words::tr("The workspace file is damaged and was not opened. Restore it from a backup: the damaged file is kept beside it."), Offer::RestoreBackup,
                Words::tr("Restore a backup...")};
    case Errc::SchemaTooNew:
        return {Words::tr("This workspace was written by a newer Vigie and was not opened, so that nothing in it is lost. Install the newer Vigie."),
                Offer::ChooseAnother, Words::tr("Open another workspace...")};
    case Errc::Busy:
        return retry(Words::tr("Another Vigie holds this workspace, so it was not opened a second time. Close the other one and try again."));
    case Errc::NoSecret:
        return reconnect(Words::tr("The sign-in of this account is not in the keyring, or the keyring is locked. Unlock it, or sign in again."));
    case Errc::Internal:
        return retry(Words::tr("Something went wrong inside Vigie, and the action was not carried out. What was saved before is safe."));
    }
    return plain({});
}

QString errorSentence(const Error &error)
{
    return errorText(error).sentence;
}

} // namespace vigie::ui
