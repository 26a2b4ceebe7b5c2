// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/basic.hpp"
#include "connect/common/field.hpp"
#include "connect/places/place.hpp"
#include "connect/places/places.hpp"

namespace vigie::connect {

namespace {

using namespace places;

Descriptor describeWebDav()
{
    using Kind = FieldSpec::Kind;
    auto all = placeDescriptor();
    all.id = "webdav";
    all.name = "WebDAV";
    all.badge = "Wd";
    all.ways = {{AuthKind::Basic,
                 {wordedField(kUser, Kind::Text, "marie", "User name", "Identifiant", "", ""),
                  wordedField("password", Kind::Secret, "", "Password", "Mot de passe", "Best one that is made for this program alone.",
                             "De pr\xC3\xA9" "f\xC3\xA9rence cr\xC3\xA9\xC3\xA9 pour ce seul programme.")},
                 {}}};
    all.fields = {wordedField(kFolder, Kind::Url, "https://cloud.example/remote.php/dav/files/marie/vigie", "Folder to put files into", "Dossier o\xC3\xB9 d\xC3\xA9poser les fichiers",
                             "Its WebDAV address.", "Son adresse WebDAV."),
                  wordedField(kPublic, Kind::Url, "https://media.example/vigie", "Public address of the folder", "Adresse publique du dossier",
                             "Where everybody finds the same files, without signing in.", "O\xC3\xB9 chacun trouve les m\xC3\xAAmes fichiers, sans se connecter.")};
    all.docs = "https://www.rfc-editor.org/rfc/rfc4918";
    return all;
}

class WebDav final : public Place {
public:
    WebDav() : Place(describeWebDav()) {}

protected:
    Result<void> authorise(const Context &context, net::Request &request, const std::string & /*payload*/) const override
    {
        if (context.token.empty())
            return fail(Errc::NoSecret, "no password is kept for this folder");
        request.secretHeaders.push_back({"Authorization", basicAuthorization(context.account.setting(kUser), context.token.reveal())});
        return {};
    }
};

} // namespace

std::unique_ptr<Connector> makeWebDav()
{
    return std::make_unique<WebDav>();
}

} // namespace vigie::connect
