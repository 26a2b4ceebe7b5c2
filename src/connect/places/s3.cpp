// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/field.hpp"
#include "connect/places/place.hpp"
#include "connect/places/places.hpp"

#include <vigie/net/s3_signature.hpp>

namespace vigie::connect {

namespace {

using namespace places;

constexpr const char *kRegion = "region";

Descriptor describeS3()
{
    using Kind = FieldSpec::Kind;
    auto all = placeDescriptor();
    all.id = "s3";
    all.name = "S3";
    all.badge = "S3";
    all.ways = {{AuthKind::Basic,
                 {wordedField(kUser, Kind::Text, "AKIAIOSFODNN7EXAMPLE", "Id of the access key", "Identifiant de la cl\xC3\xA9 d\xE2\x80\x99" "acc\xC3\xA8s", "", ""),
                  wordedField("password", Kind::Secret, "", "Secret of the access key", "Secret de la cl\xC3\xA9 d\xE2\x80\x99" "acc\xC3\xA8s",
                             "Best a key that may write and delete in this folder and nothing else.",
                             "De pr\xC3\xA9" "f\xC3\xA9rence une cl\xC3\xA9 qui peut \xC3\xA9" "crire et supprimer dans ce dossier, et rien d\xE2\x80\x99" "autre.")},
                 {}}};
    all.fields = {wordedField(kFolder, Kind::Url, "https://s3.eu-west-3.amazonaws.com/my-bucket/vigie", "Bucket and folder", "Compartiment et dossier",
                             "The whole address of the folder at the object store.", "L\xE2\x80\x99" "adresse enti\xC3\xA8re du dossier dans le stockage objet."),
                  wordedField(kPublic, Kind::Url, "https://media.example/vigie", "Public address of the folder", "Adresse publique du dossier",
                             "Where everybody finds the same files, without signing in.", "O\xC3\xB9 chacun trouve les m\xC3\xAAmes fichiers, sans se connecter."),
                  wordedField(kRegion, Kind::Text, "eu-west-3", "Region", "R\xC3\xA9gion", "As the store names it; stores of one's own often say us-east-1.",
                             "Comme le stockage la nomme ; les stockages maison disent souvent us-east-1.")};
    all.docs = "https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html";
    return all;
}

class S3 final : public Place {
public:
    S3() : Place(describeS3()) {}

protected:
    Result<void> authorise(const Context &context, net::Request &request, const std::string &payload) const override
    {
        if (context.token.empty())
            return fail(Errc::NoSecret, "no key is kept for this bucket");
        return net::signS3(request, {context.account.setting(kUser), context.token, context.account.setting(kRegion)}, context.now, payload);
    }
};

} // namespace

std::unique_ptr<Connector> makeS3()
{
    return std::make_unique<S3>();
}

} // namespace vigie::connect
