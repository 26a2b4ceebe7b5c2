<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountWords</name>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>The address of your server, or your whole handle.</source>
        <translation>L’adresse de votre serveur, ou votre identifiant complet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Of the feed, or of a page that names one: Vigie finds it.</source>
        <translation>Celle du flux, ou d’une page qui en annonce un&#xa0;: Vigie le trouve.</translation>
    </message>
    <message>
        <source>Hashtags to listen to</source>
        <translation>Mots-dièse à écouter</translation>
    </message>
    <message>
        <source>Separated by commas, without the #.</source>
        <translation>Séparés par des virgules, sans le #.</translation>
    </message>
    <message>
        <source>Words to listen to</source>
        <translation>Mots à écouter</translation>
    </message>
    <message>
        <source>Separated by commas. The server decides how far its search reaches.</source>
        <translation>Séparés par des virgules. Le serveur décide de l’étendue de sa recherche.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>reconnexion nécessaire</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>par relevés</translation>
    </message>
    <message>
        <source>seen up to %1</source>
        <translation>vu jusqu’à %1</translation>
    </message>
    <message>
        <source>nothing read yet</source>
        <translation>rien de lu encore</translation>
    </message>
    <message>
        <source>the network asks to wait until %1</source>
        <translation>le réseau demande d’attendre %1</translation>
    </message>
    <message>
        <source>next reading in %1</source>
        <translation>prochaine lecture dans %1</translation>
    </message>
    <message>
        <source>Tried against real servers.</source>
        <translation>Essayé avec de vrais serveurs.</translation>
    </message>
    <message>
        <source>Tried with another program&apos;s implementation.</source>
        <translation>Essayé avec le programme d’un tiers.</translation>
    </message>
    <message>
        <source>Checked against the network&apos;s published schema only.</source>
        <translation>Vérifié sur le seul schéma publié par le réseau.</translation>
    </message>
    <message>
        <source>Written from the network&apos;s documents, not yet tried.</source>
        <translation>Écrit d’après la documentation du réseau, pas encore essayé.</translation>
    </message>
    <message>
        <source>Listen to hashtags</source>
        <translation>Écouter des mots-dièse</translation>
    </message>
    <message>
        <source>Listen to words</source>
        <translation>Écouter des mots</translation>
    </message>
    <message>
        <source>Mentions and replies to you</source>
        <translation>Mentions et réponses qui vous sont faites</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Alternative texts</source>
        <translation>Textes de remplacement</translation>
    </message>
    <message>
        <source>Content warnings</source>
        <translation>Avertissements de contenu</translation>
    </message>
    <message>
        <source>Edit posts</source>
        <translation>Modifier des publications</translation>
    </message>
    <message>
        <source>Delete posts</source>
        <translation>Supprimer des publications</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Mettre en favori</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>Relayer</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Report to moderators</source>
        <translation>Signaler à la modération</translation>
    </message>
    <message>
        <source>Counts of posts</source>
        <translation>Compteurs des publications</translation>
    </message>
    <message>
        <source>Counts of the account</source>
        <translation>Compteurs du compte</translation>
    </message>
    <message>
        <source>Live stream</source>
        <translation>Flux en direct</translation>
    </message>
    <message>
        <source>Look a post up again</source>
        <translation>Relire une publication</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>this network does not offer it</source>
        <translation>ce réseau ne l’offre pas</translation>
    </message>
    <message>
        <source>the sign-in lacks the permission</source>
        <translation>la connexion n’en a pas le droit</translation>
    </message>
    <message>
        <source>the network must approve it first</source>
        <translation>le réseau doit d’abord l’approuver</translation>
    </message>
    <message>
        <source>yes, as far as the server&apos;s search reaches</source>
        <translation>oui, dans la limite de la recherche du serveur</translation>
    </message>
    <message>
        <source>the server is too old</source>
        <translation>le serveur est trop ancien</translation>
    </message>
    <message>
        <source>Vigie does not do it yet</source>
        <translation>Vigie ne le fait pas encore</translation>
    </message>
    <message>
        <source>after signing in</source>
        <translation>après connexion</translation>
    </message>
    <message>
        <source>this source can only be read</source>
        <translation>cette source se lit seulement</translation>
    </message>
    <message>
        <source>(not used)</source>
        <translation>(non utilisé)</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Author&apos;s handle</source>
        <translation>Identifiant de l’auteur</translation>
    </message>
    <message>
        <source>Author&apos;s name</source>
        <translation>Nom de l’auteur</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Reposts</source>
        <translation>Partages</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Place or forum</source>
        <translation>Lieu ou forum</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation>un guillemet n’est jamais fermé</translation>
    </message>
    <message>
        <source>not as many columns as the others</source>
        <translation>pas autant de colonnes que les autres</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>pas de texte</translation>
    </message>
    <message>
        <source>the date cannot be read</source>
        <translation>la date est illisible</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>JSON non valide</translation>
    </message>
    <message>
        <source>letters in an unknown encoding</source>
        <translation>lettres dans un codage inconnu</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>trop longue</translation>
    </message>
    <message>
        <source>Quote a post</source>
        <translation>Citer une publication</translation>
    </message>
    <message>
        <source>Link previews</source>
        <translation>Aperçus de liens</translation>
    </message>
    <message>
        <source>Reviews with stars</source>
        <translation>Avis avec étoiles</translation>
    </message>
    <message>
        <source>Hide replies</source>
        <translation>Masquer des réponses</translation>
    </message>
    <message>
        <source>Approve, hold, mark as spam</source>
        <translation>Approuver, retenir, marquer comme indésirable</translation>
    </message>
    <message>
        <source>Remove what others wrote</source>
        <translation>Retirer ce que d’autres ont écrit</translation>
    </message>
    <message>
        <source>Ban members</source>
        <translation>Exclure des membres</translation>
    </message>
    <message>
        <source>Views and reach</source>
        <translation>Vues et portée</translation>
    </message>
    <message>
        <source>only with a paid plan of the network</source>
        <translation>seulement avec une offre payante du réseau</translation>
    </message>
    <message>
        <source>yes, each call is charged by the network</source>
        <translation>oui, chaque appel est facturé par le réseau</translation>
    </message>
    <message>
        <source>only where the author has named or quoted you</source>
        <translation>seulement si l’auteur vous a nommé ou cité</translation>
    </message>
    <message>
        <source>the time in which the network allows an answer is over</source>
        <translation>le délai de réponse accordé par le réseau est passé</translation>
    </message>
    <message>
        <source>only among your own posts until the network approves more</source>
        <translation>seulement parmi vos propres publications, tant que le réseau n’a pas approuvé davantage</translation>
    </message>
    <message>
        <source>the network fetches media from a public address, which is not set up</source>
        <translation>le réseau vient chercher les médias à une adresse publique, qui n’est pas configurée</translation>
    </message>
    <message>
        <source>yes, of the last week only</source>
        <translation>oui, de la dernière semaine seulement</translation>
    </message>
    <message>
        <source>yes, of the last five only</source>
        <translation>oui, des cinq derniers seulement</translation>
    </message>
    <message>
        <source>yes, where the bot is a member</source>
        <translation>oui, là où le robot est membre</translation>
    </message>
    <message>
        <source>only for administrators</source>
        <translation>réservé aux administrateurs</translation>
    </message>
    <message>
        <source>not in encrypted rooms</source>
        <translation>pas dans les salons chiffrés</translation>
    </message>
    <message>
        <source>the network has switched this version of its interface off</source>
        <translation>le réseau a arrêté cette version de son interface</translation>
    </message>
    <message>
        <source>today&apos;s allowance is used up</source>
        <translation>le quota du jour est épuisé</translation>
    </message>
    <message>
        <source>your budget for it is reached</source>
        <translation>votre budget est atteint</translation>
    </message>
    <message>
        <source>yes, one answer each; a second one replaces it</source>
        <translation>oui, une réponse par avis&#xa0;; une seconde la remplace</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>One made for Vigie alone, where the network offers application passwords.</source>
        <translation>Créé pour Vigie seule, là où le réseau propose des mots de passe d’application.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Made by you on the network&apos;s own page.</source>
        <translation>Créé par vous sur la page du réseau.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Identifiant client</translation>
    </message>
    <message>
        <source>Of your own application at the network.</source>
        <translation>De votre propre application auprès du réseau.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Code secret du client</translation>
    </message>
    <message>
        <source>Issuer ID</source>
        <translation>Identifiant de l’émetteur</translation>
    </message>
    <message>
        <source>Key ID</source>
        <translation>Identifiant de la clé</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Clé privée</translation>
    </message>
    <message>
        <source>The file that the network gave you once.</source>
        <translation>Le fichier que le réseau vous a donné une seule fois.</translation>
    </message>
    <message>
        <source>Budget per month, in US dollars</source>
        <translation>Budget par mois, en dollars américains</translation>
    </message>
    <message>
        <source>Vigie asks for nothing that would go beyond. Without a budget nothing that costs is asked.</source>
        <translation>Vigie ne demande rien qui le dépasserait. Sans budget, rien de payant n’est demandé.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Its name, when your account holds more than one.</source>
        <translation>Son nom, si votre compte en a plusieurs.</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Se connecter avec</translation>
    </message>
    <message>
        <source>Public address of your media</source>
        <translation>Adresse publique de vos médias</translation>
    </message>
    <message>
        <source>Where the network can fetch pictures and videos that you put there. Without it only texts are published.</source>
        <translation>Où le réseau peut prendre les images et les vidéos que vous y déposez. Sans elle, seuls les textes sont publiés.</translation>
    </message>
    <message>
        <source>Address of the live stream</source>
        <translation>Adresse du flux en direct</translation>
    </message>
    <message>
        <source>Threads of several posts</source>
        <translation>Fils de plusieurs publications</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Adresse de courriel</translation>
    </message>
    <message>
        <source>Questions leave from it, and answers come back to it.</source>
        <translation>Les questions en partent et les réponses y reviennent.</translation>
    </message>
    <message>
        <source>Name of the sender</source>
        <translation>Nom de l’expéditeur</translation>
    </message>
    <message>
        <source>Server for sending</source>
        <translation>Serveur d’envoi</translation>
    </message>
    <message>
        <source>With its port when it is not the usual one: smtp.example:2465.</source>
        <translation>Avec son port si ce n’est pas le port habituel&#xa0;: smtp.example:2465.</translation>
    </message>
    <message>
        <source>Server for reading</source>
        <translation>Serveur de lecture</translation>
    </message>
    <message>
        <source>Encryption for sending</source>
        <translation>Chiffrement de l’envoi</translation>
    </message>
    <message>
        <source>Encryption for reading</source>
        <translation>Chiffrement de la lecture</translation>
    </message>
    <message>
        <source>When it is not the mail address.</source>
        <translation>Si ce n’est pas l’adresse de courriel.</translation>
    </message>
    <message>
        <source>Handing planned posts over to the network (Vigie sends them itself, at their hour)</source>
        <translation>Remettre les publications prévues au réseau (Vigie les envoie elle-même, à leur heure)</translation>
    </message>
    <message>
        <source>a rating beyond the scale of the file</source>
        <translation>une note au-delà de l’échelle du fichier</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a day</comment>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>campaign, its phase</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: day D</source>
        <comment>of a campaign</comment>
        <translation>%1&#xa0;: jour J</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>hours of an event</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>jour férié</translation>
    </message>
    <message>
        <source>day of the year</source>
        <translation>marronnier</translation>
    </message>
    <message>
        <source>phase of a campaign</source>
        <translation>phase de campagne</translation>
    </message>
    <message>
        <source>event</source>
        <translation>événement</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day, what it brings</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format</comment>
        <translation>dddd d MMMM</translation>
    </message>
</context>
<context>
    <name>AlertData</name>
    <message>
        <source>Done: %1</source>
        <translation>Terminé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Muted until %1: %2</source>
        <translation>En sourdine jusqu’au %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Something else was done since: take that back first.</source>
        <translation>Autre chose a été fait depuis&#xa0;: reprenez d’abord cela.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Repris.</translation>
    </message>
    <message>
        <source>Back in the list: %1</source>
        <translation>De retour dans la liste&#xa0;: %1</translation>
    </message>
    <message>
        <source>Comes back on %1: %2</source>
        <translation>Reviendra le %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>It rings again: %1</source>
        <translation>Sonne de nouveau&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday, time of day</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>weekend day at %1</source>
        <translation>jour de week-end à %1</translation>
    </message>
    <message>
        <source>working day at %1</source>
        <translation>jour ouvré à %1</translation>
    </message>
    <message>
        <source>More is said than usual</source>
        <translation>On en parle plus que d’ordinaire</translation>
    </message>
    <message>
        <source>The tone turns</source>
        <translation>Le ton change</translation>
    </message>
    <message>
        <source>Crisis: much is said, and unkindly</source>
        <translation>Crise&#xa0;: on en parle beaucoup, et en mal</translation>
    </message>
    <message>
        <source>Somebody with an audience speaks</source>
        <translation>Quelqu’un de suivi s’exprime</translation>
    </message>
    <message>
        <source>First words after a silence</source>
        <translation>Premiers mots après un silence</translation>
    </message>
    <message>
        <source>More wait for an answer than usual</source>
        <translation>Plus d’attentes de réponse que d’ordinaire</translation>
    </message>
    <message>
        <source>A source has fallen silent</source>
        <translation>Une source s’est tue</translation>
    </message>
    <message>
        <source>Calm: only what nobody can miss</source>
        <translation>Calme&#xa0;: seulement ce que nul ne peut manquer</translation>
    </message>
    <message>
        <source>Usual: what is out of the ordinary</source>
        <translation>Normale&#xa0;: ce qui sort de l’ordinaire</translation>
    </message>
    <message>
        <source>Keen: rather once too often</source>
        <translation>Vive&#xa0;: plutôt une fois de trop</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <comment>query, count, duration</comment>
        <translation>%1&#xa0;: %2 en %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln are negative</source>
        <translation>
            <numerusform>%1&#xa0;: %2 de négatif sur %Ln mention</numerusform>
            <numerusform>%1&#xa0;: %2 de négatif sur %Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: many at once, %2 of %Ln negative</source>
        <translation>
            <numerusform>%1&#xa0;: un afflux, %2 de négatif sur %Ln mention</numerusform>
            <numerusform>%1&#xa0;: un afflux, %2 de négatif sur %Ln mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, followed by %2, speaks of %3</source>
        <translation>%1, suivi par %2 personnes, parle de&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 speaks of %2</source>
        <translation>%1 parle de&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln hit(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %Ln résultat</numerusform>
            <numerusform>%1&#xa0;: %Ln résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) wait for a first answer</source>
        <translation>
            <numerusform>%Ln conversation attend une première réponse</numerusform>
            <numerusform>%Ln conversations attendent une première réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing for %2</source>
        <translation>%1&#xa0;: rien depuis %2</translation>
    </message>
    <message>
        <source>what is usual is not known yet</source>
        <translation>l’ordinaire n’est pas encore connu</translation>
    </message>
    <message>
        <source>a usual %1 has %2</source>
        <translation>d’ordinaire, un %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>usual: %1</source>
        <translation>d’ordinaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>told from %1 followers on</source>
        <translation>signalé à partir de %1 abonnés</translation>
    </message>
    <message>
        <source>on the list of this rule</source>
        <translation>sur la liste de cette règle</translation>
    </message>
    <message>
        <source>silent for %1 before</source>
        <translation>silence de %1 auparavant</translation>
    </message>
    <message>
        <source>its longest pause is usually %1</source>
        <translation>sa plus longue pause est d’ordinaire de %1</translation>
    </message>
    <message>
        <source>began with %1, at most %2</source>
        <translation>parti de %1, %2 au plus fort</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>account, time, time</comment>
        <translation>%1 de %2 à %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>stretches of time</comment>
        <translation>
            <numerusform>encore %Ln</numerusform>
            <numerusform>encore %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read in this time: %1. There may be more.</source>
        <translation>Non lu pendant ce temps&#xa0;: %1. Il peut y en avoir davantage.</translation>
    </message>
    <message>
        <source>A promised answer is due</source>
        <translation>Une réponse promise est due</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln conversation(s) due soon or late</source>
        <comment>%1 is the name of a service level</comment>
        <translation>
            <numerusform>%1&#xa0;: %Ln conversation bientôt due ou en retard</numerusform>
            <numerusform>%1&#xa0;: %Ln conversations bientôt dues ou en retard</numerusform>
        </translation>
    </message>
    <message>
        <source>told in its opening hours, unless the service level says otherwise</source>
        <translation>signalé dans ses heures d’ouverture, sauf si le niveau de service en décide autrement</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Another answer has this keyword.</source>
        <translation>Une autre réponse a ce mot-clé.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>Nouvelle réponse</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>The answer is in the library.</source>
        <translation>La réponse est dans la bibliothèque.</translation>
    </message>
</context>
<context>
    <name>AnswerImport</name>
    <message numerus="yes">
        <source>%Ln to add</source>
        <translation>
            <numerusform>%Ln à ajouter</numerusform>
            <numerusform>%Ln à ajouter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>%Ln à modifier</numerusform>
            <numerusform>%Ln à modifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same already</source>
        <translation>
            <numerusform>%Ln déjà identique</numerusform>
            <numerusform>%Ln déjà identiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln laissée de côté</numerusform>
            <numerusform>%Ln laissées de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet. %1.</source>
        <translation>Rien n’est encore écrit. %1.</translation>
    </message>
    <message>
        <source>Columns that are not read: %1</source>
        <translation>Colonnes qui ne sont pas lues&#xa0;: %1</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>Ce que ferait l’import</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) taken in</source>
        <translation>
            <numerusform>%Ln réponse importée</numerusform>
            <numerusform>%Ln réponses importées</numerusform>
        </translation>
    </message>
    <message>
        <source>Import answers</source>
        <translation>Importer des réponses</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Importer</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>it has no keyword</source>
        <translation>elle n’a pas de mot-clé</translation>
    </message>
    <message>
        <source>it has no text, neither in French nor in English</source>
        <translation>elle n’a de texte ni en français ni en anglais</translation>
    </message>
    <message>
        <source>its variables cannot be read</source>
        <translation>ses variables sont illisibles</translation>
    </message>
    <message>
        <source>a day of its validity cannot be read</source>
        <translation>un jour de sa validité est illisible</translation>
    </message>
    <message>
        <source>its validity ends before it begins</source>
        <translation>sa validité finit avant de commencer</translation>
    </message>
    <message>
        <source>its keyword stood further up already</source>
        <translation>son mot-clé figure déjà plus haut</translation>
    </message>
    <message>
        <source>it has more cells than the first line</source>
        <translation>elle a plus de cellules que la première ligne</translation>
    </message>
    <message>
        <source>the line cannot be read</source>
        <translation>la ligne est illisible</translation>
    </message>
    <message>
        <source>Not given yet</source>
        <translation>Pas encore donnée</translation>
    </message>
    <message numerus="yes">
        <source>Given %Ln time(s)</source>
        <translation>
            <numerusform>Donnée %Ln fois</numerusform>
            <numerusform>Donnée %Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>last on %1</source>
        <comment>a date</comment>
        <translation>la dernière le %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln follow-up(s)</source>
        <translation>
            <numerusform>%Ln relance</numerusform>
            <numerusform>%Ln relances</numerusform>
        </translation>
    </message>
    <message>
        <source>closed without more: %1</source>
        <translation>close sans suite&#xa0;: %1</translation>
    </message>
    <message>
        <source>closed without more</source>
        <translation>close sans suite</translation>
    </message>
    <message>
        <source>no follow-up so far</source>
        <translation>sans relance à ce jour</translation>
    </message>
    <message>
        <source>%1, tone %2</source>
        <comment>how often the member wrote again; the tone of that</comment>
        <translation>%1, tonalité %2</translation>
    </message>
    <message>
        <source>%1; ask %2</source>
        <comment>why an answer is stale; its owner</comment>
        <translation>%1&#xa0;; voir %2</translation>
    </message>
    <message>
        <source>Valid only from %1</source>
        <translation>Valable seulement à partir du %1</translation>
    </message>
    <message>
        <source>No longer valid since %1</source>
        <translation>Plus valable depuis le %1</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Valable jusqu’au %1</translation>
    </message>
    <message>
        <source>Neither given nor changed for a year</source>
        <translation>Ni donnée ni modifiée depuis un an</translation>
    </message>
    <message>
        <source>I say it each time</source>
        <translation>Je la dis à chaque fois</translation>
    </message>
    <message>
        <source>Name of the member</source>
        <translation>Nom du membre</translation>
    </message>
    <message>
        <source>Handle of the member</source>
        <translation>Pseudo du membre</translation>
    </message>
    <message>
        <source>Name of our account</source>
        <translation>Nom de notre compte</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>Date du jour</translation>
    </message>
    <message>
        <source>Order number in the messages</source>
        <translation>Numéro de commande dans les messages</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mon nom</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>mot-clé</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>French text</source>
        <translation>texte français</translation>
    </message>
    <message>
        <source>English text</source>
        <translation>texte anglais</translation>
    </message>
    <message>
        <source>variables</source>
        <translation>variables</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>premier jour</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>responsable</translation>
    </message>
    <message>
        <source>service</source>
        <translation>service</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>étiquettes</translation>
    </message>
    <message>
        <source>is added</source>
        <translation>est ajoutée</translation>
    </message>
    <message>
        <source>is the same already</source>
        <translation>est déjà identique</translation>
    </message>
    <message>
        <source>is left out: %1</source>
        <translation>est laissée de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>is changed: %1</source>
        <translation>est modifiée&#xa0;: %1</translation>
    </message>
    <message>
        <source>On %1 we said &quot;%2&quot;; here it says &quot;%3&quot;.</source>
        <translation>Le %1, nous avons dit «&#xa0;%2&#xa0;»&#xa0;; ici il est dit «&#xa0;%3&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Base text</source>
        <translation>Texte de base</translation>
    </message>
    <message>
        <source>Text for %1</source>
        <translation>Texte pour %1</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Visible par</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>Premier commentaire</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>Fichier ajouté</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>Fichier retiré</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Texte de remplacement</translation>
    </message>
    <message>
        <source>The files stand in another order</source>
        <translation>Les fichiers sont dans un autre ordre</translation>
    </message>
    <message>
        <source>Also on %1</source>
        <translation>Aussi sur %1</translation>
    </message>
    <message>
        <source>No longer on %1</source>
        <translation>Plus sur %1</translation>
    </message>
    <message>
        <source>Nobody needs to agree before a post is published.</source>
        <translation>Aucun accord n’est nécessaire avant publication.</translation>
    </message>
    <message>
        <source>Released as an emergency, with the reason on record.</source>
        <translation>Publié en urgence, avec la raison au journal.</translation>
    </message>
    <message>
        <source>Agreed by %1.</source>
        <translation>Accord de %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s) must agree once it is planned.</source>
        <translation>
            <numerusform>%Ln personne doit donner son accord une fois la publication planifiée.</numerusform>
            <numerusform>%Ln personnes doivent donner leur accord une fois la publication planifiée.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits for the agreement of %Ln person(s).</source>
        <translation>
            <numerusform>Attend l’accord de %Ln personne.</numerusform>
            <numerusform>Attend l’accord de %Ln personnes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agreed by %1; %Ln more must agree.</source>
        <translation>
            <numerusform>Accord de %1&#x202f;; il manque encore %Ln accord.</numerusform>
            <numerusform>Accord de %1&#x202f;; il manque encore %Ln accords.</numerusform>
        </translation>
    </message>
    <message>
        <source>These two versions say the same.</source>
        <translation>Ces deux versions disent la même chose.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>outcome unknown, checking</source>
        <translation>issue inconnue, vérification en cours</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>missed: decide</source>
        <translation>manquée&#xa0;: à décider</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>held by the network</source>
        <translation>retenue par le réseau</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>attend une validation</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planifiée</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>aucun compte</translation>
    </message>
    <message>
        <source>%1, %2: %3; %4</source>
        <comment>day, networks: text; state</comment>
        <translation>%1, %2&#xa0;: %3&#xa0;; %4</translation>
    </message>
    <message>
        <source>%1 %2, %3: %4; %5</source>
        <comment>day time, networks: text; state</comment>
        <translation>%1 %2, %3&#xa0;: %4&#xa0;; %5</translation>
    </message>
    <message>
        <source>%1 does not exist that night: the clocks go forward. It leaves at %2.</source>
        <translation>%1 n’existe pas cette nuit-là&#xa0;: on avance les horloges. Départ à %2.</translation>
    </message>
    <message>
        <source>%1 comes twice that night: the clocks go back. It leaves the first time.</source>
        <translation>%1 arrive deux fois cette nuit-là&#xa0;: on recule les horloges. Départ la première fois.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n reaction(s)</source>
        <comment>state of a post</comment>
        <translation>
            <numerusform>%1, %n réaction</numerusform>
            <numerusform>%1, %n réactions</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves on time or asks.</source>
        <translation>Part à l’heure, ou demande.</translation>
    </message>
    <message>
        <source>Leaves if it is late by no more than %1, else asks.</source>
        <translation>Part avec %1 de retard au plus, sinon demande.</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n favori</numerusform>
            <numerusform>%n favoris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s)</source>
        <translation>
            <numerusform>%n relais</numerusform>
            <numerusform>%n relais</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>likes, relays, answers</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>kept back by a pause</source>
        <translation>retenue par une pause</translation>
    </message>
    <message numerus="yes">
        <source>%n expected</source>
        <comment>people at an event</comment>
        <translation>
            <numerusform>%n personne attendue</numerusform>
            <numerusform>%n personnes attendues</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2, all day</source>
        <comment>event; day</comment>
        <translation>%1&#x202f;; %2, toute la journée</translation>
    </message>
    <message>
        <source>%1; from %2 to %3</source>
        <comment>event; first and last day</comment>
        <translation>%1&#x202f;; du %2 au %3</translation>
    </message>
    <message>
        <source>%1; %2, %3 to %4</source>
        <comment>event; day, hours</comment>
        <translation>%1&#x202f;; %2, de %3 à %4</translation>
    </message>
    <message>
        <source>%1; from %2 %3 to %4 %5</source>
        <comment>event; day, hour, day, hour</comment>
        <translation>%1&#x202f;; du %2 à %3 au %4 à %5</translation>
    </message>
    <message>
        <source>no campaign</source>
        <translation>aucune campagne</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>who looks after a post</comment>
        <translation>personne</translation>
    </message>
    <message>
        <source>no lanes</source>
        <translation>sans couloirs</translation>
    </message>
    <message>
        <source>lanes: account</source>
        <translation>couloirs&#xa0;: compte</translation>
    </message>
    <message>
        <source>lanes: campaign</source>
        <translation>couloirs&#xa0;: campagne</translation>
    </message>
    <message>
        <source>lanes: person</source>
        <translation>couloirs&#xa0;: personne</translation>
    </message>
</context>
<context>
    <name>CalendarImport</name>
    <message>
        <source>new draft</source>
        <translation>nouveau brouillon</translation>
    </message>
    <message>
        <source>new event</source>
        <translation>nouvel événement</translation>
    </message>
    <message>
        <source>event changes</source>
        <translation>événement modifié</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>déjà présent</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message>
        <source>there are no words</source>
        <translation>il n’y a pas de texte</translation>
    </message>
    <message>
        <source>an hour without a day</source>
        <translation>une heure sans jour</translation>
    </message>
    <message>
        <source>the date cannot be read: %1</source>
        <translation>la date est illisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>the hour cannot be read: %1</source>
        <translation>l’heure est illisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>the time zone is not known: %1</source>
        <translation>le fuseau horaire est inconnu&#xa0;: %1</translation>
    </message>
    <message>
        <source>no account of this name may publish: %1</source>
        <translation>aucun compte de ce nom ne peut publier&#xa0;: %1</translation>
    </message>
    <message>
        <source>more cells than headings</source>
        <translation>plus de cellules que d’en-têtes</translation>
    </message>
    <message>
        <source>cancelled in the file</source>
        <translation>annulé dans le fichier</translation>
    </message>
    <message>
        <source>the repetition cannot be followed: %1</source>
        <translation>la répétition ne peut pas être suivie&#xa0;: %1</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>la fin précède le début</translation>
    </message>
    <message>
        <source>this hour does not exist that night: it stands at the next one</source>
        <translation>cette heure n’existe pas cette nuit-là&#xa0;: placé à la suivante</translation>
    </message>
    <message>
        <source>this hour comes twice that night: the first is taken</source>
        <translation>cette heure revient deux fois cette nuit-là&#xa0;: la première est prise</translation>
    </message>
    <message>
        <source>this hour has passed</source>
        <translation>cette heure est passée</translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message>
        <source>D%1</source>
        <comment>day of a campaign: D-30</comment>
        <translation>J%1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>day D: %1</source>
        <comment>of a campaign</comment>
        <translation>jour J&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 people to reach</source>
        <translation>%1 personnes à toucher</translation>
    </message>
    <message>
        <source>embargo until %1</source>
        <translation>embargo jusqu’au %1</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Key messages</source>
        <translation>Messages clés</translation>
    </message>
    <message>
        <source>in no phase</source>
        <translation>hors phase</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>posts</comment>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Portée</translation>
    </message>
</context>
<context>
    <name>CampaignResults</name>
    <message>
        <source>not given</source>
        <comment>a count</comment>
        <translation>non fourni</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 posts)</source>
        <comment>a sum, how many posts gave it</comment>
        <translation>%1 (%2 publications sur %3)</translation>
    </message>
    <message>
        <source>%1 spent; no budget was said</source>
        <comment>money</comment>
        <translation>%1 dépensés&#x202f;; aucun budget n’a été indiqué</translation>
    </message>
    <message>
        <source>%1 of %2 spent</source>
        <comment>money</comment>
        <translation>%1 dépensés sur %2</translation>
    </message>
    <message>
        <source>%1: %2 more than the budget</source>
        <comment>money</comment>
        <translation>%1&#xa0;: %2 de plus que le budget</translation>
    </message>
    <message>
        <source>%1 people to reach; no network of the posts that are out says how many it showed them to</source>
        <comment>a number</comment>
        <translation>%1 personnes à toucher&#x202f;; aucun réseau des publications parues ne dit à combien il les a montrées</translation>
    </message>
    <message>
        <source>%1 of %2 people reached</source>
        <translation>%1 personnes touchées sur %2</translation>
    </message>
    <message>
        <source>%1 people reached</source>
        <translation>%1 personnes touchées</translation>
    </message>
    <message numerus="yes">
        <source>%1 (given by %2 of %n post(s); who saw two posts counts twice)</source>
        <comment>people reached</comment>
        <translation>
            <numerusform>%1 (fourni par %2 publication sur %n&#x202f;; qui en a vu deux compte deux fois)</numerusform>
            <numerusform>%1 (fourni par %2 publications sur %n&#x202f;; qui en a vu deux compte deux fois)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 for a thousand</source>
        <comment>people reached, money</comment>
        <translation>%1&#x202f;; %2 pour mille</translation>
    </message>
    <message>
        <source>%1 reached</source>
        <comment>people</comment>
        <translation>%1 touchées</translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message>
        <source>Announcement</source>
        <translation>Annonce</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Montée en puissance</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Temps fort</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Save the date</source>
        <translation>Réservez la date</translation>
    </message>
    <message>
        <source>The programme</source>
        <translation>Le programme</translation>
    </message>
    <message>
        <source>Behind the scenes</source>
        <translation>Les coulisses</translation>
    </message>
    <message>
        <source>Portrait of somebody who takes part</source>
        <translation>Portrait d’une personne qui participe</translation>
    </message>
    <message>
        <source>Practical information: hours, way, registration</source>
        <translation>Informations pratiques&#xa0;: horaires, accès, inscription</translation>
    </message>
    <message>
        <source>Reminder: three days to go</source>
        <translation>Rappel&#xa0;: plus que trois jours</translation>
    </message>
    <message>
        <source>It is today</source>
        <translation>C’est aujourd’hui</translation>
    </message>
    <message>
        <source>Thanks, and the first pictures</source>
        <translation>Merci, et les premières photos</translation>
    </message>
    <message>
        <source>Looking back: figures and what comes next</source>
        <translation>Bilan&#xa0;: chiffres et suite</translation>
    </message>
    <message numerus="yes">
        <source>%n move(s)</source>
        <comment>posts and events, with day D</comment>
        <translation>
            <numerusform>%n se déplace</numerusform>
            <numerusform>%n se déplacent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked: stay(s)</source>
        <translation>
            <numerusform>%n verrouillée&#xa0;: reste</numerusform>
            <numerusform>%n verrouillées&#xa0;: restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already sent: stay(s)</source>
        <translation>
            <numerusform>%n déjà envoyée&#xa0;: reste</numerusform>
            <numerusform>%n déjà envoyées&#xa0;: restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned would be in the past: stay(s)</source>
        <translation>
            <numerusform>%n planifiée serait dans le passé&#xa0;: reste</numerusform>
            <numerusform>%n planifiées seraient dans le passé&#xa0;: restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned would be before the embargo: stay(s)</source>
        <translation>
            <numerusform>%n planifiée serait avant l’embargo&#xa0;: reste</numerusform>
            <numerusform>%n planifiées seraient avant l’embargo&#xa0;: restent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%n envoyée</numerusform>
            <numerusform>%n envoyées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%n planifiée</numerusform>
            <numerusform>%n planifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%n brouillon</numerusform>
            <numerusform>%n brouillons</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>our own post</source>
        <translation>notre propre publication</translation>
    </message>
    <message>
        <source>review</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>video</source>
        <translation>film</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>commentaire</translation>
    </message>
    <message>
        <source>private message</source>
        <translation>message privé</translation>
    </message>
    <message>
        <source>relay</source>
        <comment>a repost of somebody else&apos;s post</comment>
        <translation>relais</translation>
    </message>
    <message>
        <source>reply</source>
        <comment>this post answers another one</comment>
        <translation>réponse</translation>
    </message>
    <message>
        <source>in the inbox</source>
        <translation>dans la boîte de réception</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>en sommeil</translation>
    </message>
    <message>
        <source>done</source>
        <comment>state of a ticket</comment>
        <translation>traité</translation>
    </message>
    <message>
        <source>ignored</source>
        <comment>state of a ticket</comment>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>plainte</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>merci</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>%1 abonnés</translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s)</source>
        <translation>
            <numerusform>%n relais</numerusform>
            <numerusform>%n relais</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 étoiles sur 5</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or film(s)</source>
        <translation>
            <numerusform>%n image ou film</numerusform>
            <numerusform>%n images ou films</numerusform>
        </translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Deleted by its author.</source>
        <translation>Supprimé par son auteur.</translation>
    </message>
    <message>
        <source>Removed by the network&apos;s moderators.</source>
        <translation>Retiré par la modération du réseau.</translation>
    </message>
    <message>
        <source>The account that wrote this is gone.</source>
        <translation>Le compte qui a écrit ceci a disparu.</translation>
    </message>
    <message>
        <source>No longer available on the network.</source>
        <translation>N’est plus disponible sur le réseau.</translation>
    </message>
    <message>
        <source>Hidden by us.</source>
        <translation>Masqué par nous.</translation>
    </message>
    <message>
        <source>Marked as spam.</source>
        <translation>Marqué comme indésirable.</translation>
    </message>
    <message>
        <source>Held for moderation.</source>
        <translation>Retenu par la modération.</translation>
    </message>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2, %3. %4. Tone %5. %6</source>
        <comment>screen reader: author, network, age, text, tone, facts</comment>
        <translation>%1, %2, %3. %4. Tonalité %5. %6</translation>
    </message>
    <message>
        <source>positive, %1</source>
        <translation>positive, %1</translation>
    </message>
    <message>
        <source>negative, %1</source>
        <translation>négative, %1</translation>
    </message>
    <message>
        <source>neutral, %1</source>
        <translation>neutre, %1</translation>
    </message>
    <message>
        <source>1 original</source>
        <translation>1 original</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n réaction</numerusform>
            <numerusform>%n réactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Charter</name>
    <message>
        <source>“%1” is not said.</source>
        <translation>«&#xa0;%1&#xa0;» ne se dit pas ici.</translation>
    </message>
    <message>
        <source>It must be said as well: %1.</source>
        <translation>Il faut aussi le dire&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Here we say “tu”.</source>
        <translation>Ici, on dit «&#xa0;tu&#xa0;».</translation>
    </message>
    <message>
        <source>Here we say “vous”.</source>
        <translation>Ici, on dit «&#xa0;vous&#xa0;».</translation>
    </message>
    <message>
        <source>%1 emoji, %2 at the most.</source>
        <translation>%1 émojis, %2 au plus.</translation>
    </message>
    <message>
        <source>Capitals insist: “%1”.</source>
        <translation>Les majuscules insistent&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>We link only to %1.</source>
        <translation>Nous ne renvoyons que vers %1.</translation>
    </message>
    <message>
        <source>%1 links, %2 at the most.</source>
        <translation>%1 liens, %2 au plus.</translation>
    </message>
    <message>
        <source>Pass it on before you answer.</source>
        <translation>À transmettre avant de répondre.</translation>
    </message>
    <message>
        <source>This is answered by %1.</source>
        <translation>C&apos;est %1 qui répond à cela.</translation>
    </message>
    <message>
        <source>It has waited for %1, and %2 is the most.</source>
        <translation>L&apos;attente dure depuis %1, et %2 est le maximum.</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>À ne pas dire</translation>
    </message>
    <message>
        <source>Must be said</source>
        <translation>À dire</translation>
    </message>
    <message>
        <source>“Tu” or “vous”</source>
        <translation>«&#xa0;Tu&#xa0;» ou «&#xa0;vous&#xa0;»</translation>
    </message>
    <message>
        <source>Emoji, at most</source>
        <translation>Émojis, au plus</translation>
    </message>
    <message>
        <source>Words in capitals, at most</source>
        <translation>Mots en majuscules, au plus</translation>
    </message>
    <message>
        <source>Links, at most</source>
        <translation>Liens, au plus</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Qui répond</translation>
    </message>
    <message>
        <source>Answered within</source>
        <translation>Réponse sous</translation>
    </message>
    <message>
        <source>Article %1: %2</source>
        <comment>number and title of an article, and what it asks for</comment>
        <translation>Article %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Hide the message</source>
        <translation>Masquer le message</translation>
    </message>
    <message>
        <source>Remove the message</source>
        <translation>Retirer le message</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Marquer comme indésirable</translation>
    </message>
    <message>
        <source>Mute its author</source>
        <translation>Ne plus afficher son auteur</translation>
    </message>
    <message>
        <source>Block its author</source>
        <translation>Bloquer son auteur</translation>
    </message>
    <message>
        <source>Ban its author</source>
        <translation>Exclure son auteur</translation>
    </message>
    <message>
        <source>Report to moderators</source>
        <translation>Signaler à la modération</translation>
    </message>
    <message>
        <source>Hidden under article %1</source>
        <translation>Masqué au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>The message will be removed under article %1</source>
        <translation>Le message va être retiré au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>Marked as spam under article %1</source>
        <translation>Marqué comme indésirable au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>Muted under article %1</source>
        <translation>N&apos;est plus affiché, au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>Blocked under article %1</source>
        <translation>Bloqué au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>The member will be banned under article %1</source>
        <translation>Le membre va être exclu au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>The message will be reported under article %1</source>
        <translation>Le message va être signalé au titre de l&apos;article %1</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>en route</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>taken back before it left</source>
        <translation>annulé avant le départ</translation>
    </message>
    <message>
        <source>being taken back</source>
        <translation>en cours d&apos;annulation</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>annulé</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>clock stopped</source>
        <comment>of a promised answer: the member has the word, or it is snoozed</comment>
        <translation>compteur arrêté</translation>
    </message>
    <message>
        <source>late</source>
        <comment>of a promised answer</comment>
        <translation>en retard</translation>
    </message>
    <message>
        <source>late by %1</source>
        <comment>of a promised answer; %1 is a duration</comment>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>due now</source>
        <comment>of a promised answer</comment>
        <translation>à répondre maintenant</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>%1 is a duration: 2 h 10 left</comment>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>first answer</source>
        <comment>what is promised</comment>
        <translation>première réponse</translation>
    </message>
    <message>
        <source>next answer</source>
        <comment>what is promised</comment>
        <translation>réponse suivante</translation>
    </message>
    <message>
        <source>resolution</source>
        <comment>what is promised: the case is done</comment>
        <translation>résolution</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: first answer, %2: 2 h 10 left</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>The network asks for patience. Nothing is lost: Vigie goes on by itself later.</source>
        <translation>Le réseau demande de patienter. Rien n’est perdu&#xa0;: Vigie reprendra d’elle-même plus tard.</translation>
    </message>
    <message>
        <source>The network asks for patience. Nothing is lost: Vigie goes on by itself in %1.</source>
        <translation>Le réseau demande de patienter. Rien n’est perdu&#xa0;: Vigie reprendra d’elle-même dans %1.</translation>
    </message>
    <message>
        <source>Stopped, as you asked. What was already saved stays.</source>
        <translation>Arrêté, comme demandé. Ce qui était enregistré le reste.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Nothing was sent; check the connection, or wait: Vigie tries again by itself.</source>
        <translation>Le serveur est injoignable. Rien n’a été envoyé&#xa0;; vérifiez la connexion, ou attendez&#xa0;: Vigie réessaie d’elle-même.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Nothing stored is lost; try again in a moment.</source>
        <translation>Le serveur n’a pas répondu à temps. Rien d’enregistré n’est perdu&#xa0;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was refused, so nothing was sent to it. Check the address and the clock of this computer.</source>
        <translation>Le certificat du serveur a été refusé&#xa0;: rien ne lui a été envoyé. Vérifiez l’adresse et l’heure de cet ordinateur.</translation>
    </message>
    <message>
        <source>The server has a problem of its own. Nothing stored is lost; try again later.</source>
        <translation>Le serveur a un problème de son côté. Rien d’enregistré n’est perdu&#xa0;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read, so nothing was taken from it. If it lasts, check that the address is right.</source>
        <translation>La réponse du serveur est illisible&#xa0;: rien n’en a été repris. Si cela dure, vérifiez que l’adresse est la bonne.</translation>
    </message>
    <message>
        <source>What came is larger than Vigie accepts, so it was not read. Check the address or split the file.</source>
        <translation>Ce qui est arrivé est plus gros que ce que Vigie accepte et n’a pas été lu. Vérifiez l’adresse ou partagez le fichier.</translation>
    </message>
    <message>
        <source>Today&apos;s allowance of this network is used up. Vigie goes on by itself when it is renewed.</source>
        <translation>Le quota du jour de ce réseau est épuisé. Vigie reprendra d’elle-même à son renouvellement.</translation>
    </message>
    <message>
        <source>The sign-in has expired. Nothing was sent; sign in again, and what waits will go on.</source>
        <translation>La connexion a expiré. Rien n’a été envoyé&#xa0;; reconnectez-vous et ce qui attend repartira.</translation>
    </message>
    <message>
        <source>The network no longer accepts this sign-in. What waits to be sent is kept; sign in again.</source>
        <translation>Le réseau n’accepte plus cette connexion. Ce qui attend d’être envoyé est gardé&#xa0;; reconnectez-vous.</translation>
    </message>
    <message>
        <source>This sign-in lacks a permission that is needed, so nothing was done. Sign in again and allow it.</source>
        <translation>Il manque un droit à cette connexion&#xa0;: rien n’a été fait. Reconnectez-vous en l’accordant.</translation>
    </message>
    <message>
        <source>The network has not approved this use, so nothing was done. Ask for its approval.</source>
        <translation>Le réseau n’a pas approuvé cet usage&#xa0;: rien n’a été fait. Demandez-lui son accord.</translation>
    </message>
    <message>
        <source>The network does not let this account do that. Nothing was done.</source>
        <translation>Le réseau ne permet pas cela à ce compte. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>A rule does not allow this here, so nothing was done.</source>
        <translation>Une règle l’interdit ici&#xa0;: rien n’a été fait.</translation>
    </message>
    <message>
        <source>The text or the media was refused, so it was not published. Change it and send it again.</source>
        <translation>Le texte ou le média a été refusé et n’a pas été publié. Modifiez-le et renvoyez-le.</translation>
    </message>
    <message>
        <source>This is already there, so nothing was added.</source>
        <translation>C’est déjà là&#xa0;: rien n’a été ajouté.</translation>
    </message>
    <message>
        <source>It is not there. Check the address or the name.</source>
        <translation>Introuvable. Vérifiez l’adresse ou le nom.</translation>
    </message>
    <message>
        <source>It was removed at the network. Your copy stays.</source>
        <translation>Le réseau l’a retiré. Votre copie reste.</translation>
    </message>
    <message>
        <source>This network does not offer that, so nothing was done.</source>
        <translation>Ce réseau ne l’offre pas&#xa0;: rien n’a été fait.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile, so nothing was overwritten. Look at it and decide again.</source>
        <translation>Quelqu’un l’a modifié entre-temps&#xa0;: rien n’a été écrasé. Regardez et décidez de nouveau.</translation>
    </message>
    <message>
        <source>The network has it and is not done yet. Nothing is left to do.</source>
        <translation>Le réseau l’a reçu et y travaille encore. Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>It was sent, but whether it arrived is not known. Vigie looks for it and will never send it twice by itself.</source>
        <translation>C’est parti, mais on ne sait pas si c’est arrivé. Vigie vérifie et ne l’enverra jamais deux fois d’elle-même.</translation>
    </message>
    <message>
        <source>This cannot be used as it is, so nothing was changed. Correct it and try again.</source>
        <translation>Inutilisable tel quel&#xa0;: rien n’a été changé. Corrigez et réessayez.</translation>
    </message>
    <message>
        <source>The workspace could not be read or written. What was saved before is safe; check the disk and try again.</source>
        <translation>L’espace de travail n’a pu être ni lu ni écrit. Ce qui était enregistré est sauf&#xa0;; vérifiez le disque et réessayez.</translation>
    </message>
    <message>
        <source>The disk is full. The last change was not saved; everything before it is. Free some space and try again.</source>
        <translation>Le disque est plein. Le dernier changement n’est pas enregistré&#xa0;; tout ce qui précède l’est. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The workspace file is damaged and was not opened. Restore it from a backup: the damaged file is kept beside it.</source>
        <translation>Le fichier de l’espace de travail est abîmé et n’a pas été ouvert. Restaurez une sauvegarde&#xa0;: le fichier abîmé est gardé à côté.</translation>
    </message>
    <message>
        <source>Restore a backup...</source>
        <translation>Restaurer une sauvegarde...</translation>
    </message>
    <message>
        <source>This workspace was written by a newer Vigie and was not opened, so that nothing in it is lost. Install the newer Vigie.</source>
        <translation>Cet espace de travail vient d’une Vigie plus récente et n’a pas été ouvert, pour que rien ne s’y perde. Installez la Vigie plus récente.</translation>
    </message>
    <message>
        <source>Open another workspace...</source>
        <translation>Ouvrir un autre espace de travail...</translation>
    </message>
    <message>
        <source>Another Vigie holds this workspace, so it was not opened a second time. Close the other one and try again.</source>
        <translation>Une autre Vigie tient cet espace de travail&#xa0;: il n’a pas été ouvert une seconde fois. Fermez l’autre et réessayez.</translation>
    </message>
    <message>
        <source>The sign-in of this account is not in the keyring, or the keyring is locked. Unlock it, or sign in again.</source>
        <translation>La connexion de ce compte n’est pas dans le trousseau, ou le trousseau est verrouillé. Déverrouillez-le ou reconnectez-vous.</translation>
    </message>
    <message>
        <source>Something went wrong inside Vigie, and the action was not carried out. What was saved before is safe.</source>
        <translation>Quelque chose s’est mal passé dans Vigie et l’action n’a pas été faite. Ce qui était enregistré est sauf.</translation>
    </message>
    <message>
        <source>The call would cost more than you allowed for this account, so it was not made. Raise the budget or wait for the next month.</source>
        <translation>L’appel coûterait plus que ce que vous avez permis pour ce compte&#xa0;: il n’a pas été fait. Augmentez le budget ou attendez le mois prochain.</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Erased. That it was kept, when, and that it was a mistake stays in the chain.</source>
        <translation>Effacé. Que cela a été conservé, quand, et que c’était une erreur reste dans la chaîne.</translation>
    </message>
    <message>
        <source>Kept already, as entry %1. Edits and deletions are added by themselves.</source>
        <translation>Déjà conservé, entrée %1. Les modifications et suppressions s’ajoutent d’elles-mêmes.</translation>
    </message>
    <message>
        <source>Kept as evidence: entry %1</source>
        <translation>Conservé comme preuve&#xa0;: entrée %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Not kept: the network&apos;s terms let nothing of it be kept.</source>
        <translation>Non conservé&#xa0;: les conditions du réseau ne permettent d’en conserver rien.</translation>
    </message>
    <message>
        <source>It was taken back, and the network&apos;s terms ask that it goes here, too.</source>
        <translation>Cela a été retiré, et les conditions du réseau demandent que cela disparaisse ici aussi.</translation>
    </message>
    <message>
        <source>Its author asked to be forgotten.</source>
        <translation>Son auteur a demandé à être oublié.</translation>
    </message>
    <message>
        <source>The network&apos;s terms no longer let its words be kept.</source>
        <translation>Les conditions du réseau ne permettent plus d’en conserver le texte.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>There is no text and no picture yet.</source>
        <translation>Il n’y a encore ni texte ni image.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long. Shorten it, or part it into a thread with a line of three hyphens.</source>
        <translation>
            <numerusform>%n caractère de trop. Raccourcissez, ou coupez en fil par une ligne de trois tirets.</numerusform>
            <numerusform>%n caractères de trop. Raccourcissez, ou coupez en fil par une ligne de trois tirets.</numerusform>
        </translation>
    </message>
    <message>
        <source>This account was disconnected. Connect it again, or take it out of this post.</source>
        <translation>Ce compte a été déconnecté. Reconnectez-le, ou retirez-le de cette publication.</translation>
    </message>
    <message>
        <source>No account is chosen. Choose where it is to be published.</source>
        <translation>Aucun compte n’est choisi. Choisissez où publier.</translation>
    </message>
    <message>
        <source>This account is paused. Resume it in the accounts before planning.</source>
        <translation>Ce compte est en pause. Reprenez-le dans les comptes avant de planifier.</translation>
    </message>
    <message>
        <source>%1 asks you to sign in again before anything can be sent.</source>
        <translation>%1 demande une reconnexion avant tout envoi.</translation>
    </message>
    <message>
        <source>%1 has no alternative text: people who cannot see it will not know what it shows.</source>
        <translation>%1 n’a pas de texte de remplacement&#xa0;: qui ne voit pas ne saura pas ce que cela montre.</translation>
    </message>
    <message>
        <source>%1 takes %2 files at most; this post has %3.</source>
        <translation>%1 accepte %2 fichiers au plus&#xa0;; cette publication en a %3.</translation>
    </message>
    <message>
        <source>%1 can no longer be read. Put it back, or remove it from the post.</source>
        <translation>%1 ne peut plus être lu. Remettez-le en place, ou retirez-le de la publication.</translation>
    </message>
    <message>
        <source>%1 is too large: %2, and %3 takes %4.</source>
        <translation>%1 est trop gros&#xa0;: %2, et %3 accepte %4.</translation>
    </message>
    <message>
        <source>%1 does not take files of the kind %2.</source>
        <translation>%1 n’accepte pas les fichiers de type %2.</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later one, or publish now.</source>
        <translation>Cette heure est passée. Choisissez-en une plus tardive, ou publiez maintenant.</translation>
    </message>
    <message>
        <source>This hour does not exist that night: the clocks go forward. It leaves right after.</source>
        <translation>Cette heure n’existe pas cette nuit-là&#xa0;: on avance les horloges. Départ juste après.</translation>
    </message>
    <message>
        <source>This hour comes twice that night: the clocks go back. It leaves the first time.</source>
        <translation>Cette heure arrive deux fois cette nuit-là&#xa0;: on recule les horloges. Départ la première fois.</translation>
    </message>
    <message>
        <source>%1 does not let Vigie publish with this account.</source>
        <translation>%1 ne permet pas à Vigie de publier avec ce compte.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) too long: this network counts them as well. Shorten it, or part it into a thread with a line of three hyphens.</source>
        <translation>
            <numerusform>%n octet de trop&#xa0;: ce réseau les compte aussi. Raccourcissez, ou divisez en fil avec une ligne de trois traits d’union.</numerusform>
            <numerusform>%n octets de trop&#xa0;: ce réseau les compte aussi. Raccourcissez, ou divisez en fil avec une ligne de trois traits d’union.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no alternative text: people who cannot see it will not know what it shows. Write it, or say that it needs none.</source>
        <translation>%1 n’a pas de texte alternatif&#xa0;: qui ne le voit pas ne saura pas ce qu’il montre. Écrivez-le, ou dites qu’il n’en faut pas.</translation>
    </message>
    <message>
        <source>The alternative text is too long: %1 characters, and %2 takes %3.</source>
        <translation>Le texte alternatif est trop long&#xa0;: %1 caractères, et %2 en accepte %3.</translation>
    </message>
    <message>
        <source>A picture is too high for %1: width by height is %2, and it takes %3 at least. Cut it first.</source>
        <translation>Une image est trop haute pour %1&#xa0;: largeur sur hauteur vaut %2, il faut au moins %3. Recadrez-la d’abord.</translation>
    </message>
    <message>
        <source>A picture is too wide for %1: width by height is %2, and it takes %3 at most. Cut it first.</source>
        <translation>Une image est trop large pour %1&#xa0;: largeur sur hauteur vaut %2, il faut au plus %3. Recadrez-la d’abord.</translation>
    </message>
    <message>
        <source>A picture is too small for %1: %2 pixels wide, and it takes %3 at least.</source>
        <translation>Une image est trop petite pour %1&#xa0;: %2 pixels de large, il en faut au moins %3.</translation>
    </message>
    <message>
        <source>A film is too long for %1: %2, and it takes %3.</source>
        <translation>Un film est trop long pour %1&#xa0;: %2, et la limite est %3.</translation>
    </message>
    <message>
        <source>%1 takes pictures or a film in one post, not both.</source>
        <translation>%1 accepte des images ou un film dans une publication, pas les deux.</translation>
    </message>
    <message>
        <source>%1 leaves in the size and kind that %2 takes; the original stays as it is.</source>
        <translation>%1 part dans la taille et le format que %2 accepte&#x202f;; l’original reste tel quel.</translation>
    </message>
    <message>
        <source>The right to use %1 ends before this post leaves. Take another picture, or change its last day in the library.</source>
        <translation>Le droit d’utiliser %1 prend fin avant le départ de cette publication. Prenez une autre image, ou changez son dernier jour dans la médiathèque.</translation>
    </message>
    <message>
        <source>%1 fetches pictures from a public address. Choose a place for them in the settings, or take this account out of the post.</source>
        <translation>%1 va chercher les images à une adresse publique. Choisissez un lieu pour elles dans les réglages, ou retirez ce compte de la publication.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that nobody sees: %1.</source>
        <translation>
            <numerusform>%n caractère que personne ne voit&#xa0;: %1.</numerusform>
            <numerusform>%n caractères que personne ne voit&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 counts each narrow no-break space twice: %n here. An ordinary no-break space counts once.</source>
        <translation>
            <numerusform>%1 compte double chaque espace fine insécable&#xa0;: %n ici. Une espace insécable ordinaire compte une fois.</numerusform>
            <numerusform>%1 compte double chaque espace fine insécable&#xa0;: %n ici. Une espace insécable ordinaire compte une fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 takes %2 links at most; this post has %3.</source>
        <translation>%1 accepte au plus %2 liens&#x202f;; cette publication en a %3.</translation>
    </message>
    <message>
        <source>%1 takes %2 tags at most; this post has %3.</source>
        <translation>%1 accepte au plus %2 mots-dièse&#x202f;; cette publication en a %3.</translation>
    </message>
    <message>
        <source>%1 takes %2 mentions at most; this post has %3.</source>
        <translation>%1 accepte au plus %2 mentions&#x202f;; cette publication en a %3.</translation>
    </message>
    <message>
        <source>A link carries another campaign already (%1). It stays as it is.</source>
        <translation>Un lien porte déjà une autre campagne (%1). Il reste tel quel.</translation>
    </message>
    <message>
        <source>The page is not there (%1): %2</source>
        <translation>La page n’existe pas (%1)&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nobody answers at %1</source>
        <translation>Personne ne répond à %1</translation>
    </message>
    <message>
        <source>Readers cannot open this address, it leads into a private network: %1</source>
        <translation>Les lecteurs ne peuvent pas ouvrir cette adresse, elle mène à un réseau privé&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is nobody called %1 there.</source>
        <translation>Personne ne s’appelle %1 sur ce réseau.</translation>
    </message>
    <message>
        <source>Whether %1 exists was not checked.</source>
        <translation>L’existence de %1 n’a pas été vérifiée.</translation>
    </message>
    <message>
        <source>The sign-in to %1 ends on %2, before this post leaves. Sign in again before then.</source>
        <translation>La connexion à %1 prend fin le %2, avant le départ de cette publication. Reconnectez-vous d’ici là.</translation>
    </message>
    <message>
        <source>It would leave before its embargo ends.</source>
        <translation>Elle partirait avant la fin de son embargo.</translation>
    </message>
    <message>
        <source>The same text was already published there, on %1.</source>
        <translation>Le même texte y a déjà été publié, le %1.</translation>
    </message>
    <message>
        <source>The same text is already planned there, for %1.</source>
        <translation>Le même texte y est déjà planifié, pour le %1.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>M</source>
        <comment>million, after a number</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand, after a number</comment>
        <translation>k</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds, after a number</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes, after a number</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours, after a number</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days, after a number</comment>
        <translation>j</translation>
    </message>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>aujourd’hui %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a date and a time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>Everything</source>
        <comment>the column of all mentions</comment>
        <translation>Tout</translation>
    </message>
</context>
<context>
    <name>FormulaWords</name>
    <message>
        <source>count</source>
        <comment>unit</comment>
        <translation>nombre</translation>
    </message>
    <message>
        <source>people</source>
        <comment>unit</comment>
        <translation>personnes</translation>
    </message>
    <message>
        <source>points</source>
        <comment>unit</comment>
        <translation>points</translation>
    </message>
    <message>
        <source>time</source>
        <comment>unit</comment>
        <translation>temps</translation>
    </message>
    <message>
        <source>stars</source>
        <comment>unit</comment>
        <translation>étoiles</translation>
    </message>
    <message>
        <source>score</source>
        <comment>unit</comment>
        <translation>score</translation>
    </message>
    <message>
        <source>per post</source>
        <comment>unit</comment>
        <translation>par publication</translation>
    </message>
    <message>
        <source>per day</source>
        <comment>unit</comment>
        <translation>par jour</translation>
    </message>
    <message>
        <source>currency</source>
        <comment>unit</comment>
        <translation>monnaie</translation>
    </message>
    <message>
        <source>views</source>
        <comment>unit</comment>
        <translation>vues</translation>
    </message>
    <message>
        <source>number</source>
        <comment>unit</comment>
        <translation>nombre</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <comment>points</comment>
        <translation>%1&#xa0;pt</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <translation>%1 par jour</translation>
    </message>
    <message>
        <source>%1 per post</source>
        <translation>%1 par publication</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 personnes</translation>
    </message>
    <message>
        <source>%1 views</source>
        <translation>%1 vues</translation>
    </message>
    <message>
        <source>%1 stars</source>
        <translation>%1 étoiles</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sans donnée</translation>
    </message>
    <message>
        <source>between %1 and %2 (95 %)</source>
        <translation>entre %1 et %2 (95&#xa0;%)</translation>
    </message>
    <message>
        <source>No interval: no method is sound for this formula.</source>
        <translation>Sans intervalle&#xa0;: aucune méthode ne convient à cette formule.</translation>
    </message>
    <message>
        <source>Interval of the figure itself.</source>
        <translation>Intervalle de l’indicateur lui-même.</translation>
    </message>
    <message>
        <source>Interval of a share (Wilson).</source>
        <translation>Intervalle d’une part (Wilson).</translation>
    </message>
    <message>
        <source>Exact interval of the quotient of two counts.</source>
        <translation>Intervalle exact du quotient de deux nombres.</translation>
    </message>
    <message>
        <source>Interval from those of both figures (Zou and Donner).</source>
        <translation>Intervalle tiré de ceux des deux indicateurs (Zou et Donner).</translation>
    </message>
    <message>
        <source>watched</source>
        <comment>an indicator without a target</comment>
        <translation>observé</translation>
    </message>
    <message>
        <source>reached</source>
        <comment>a target</comment>
        <translation>atteint</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>en bonne voie</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>menacé</translation>
    </message>
    <message>
        <source>late</source>
        <comment>behind its path</comment>
        <translation>en retard</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>sans cible</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a target, its day</comment>
        <translation>%1 d’ici le %2</translation>
    </message>
    <message>
        <source>exactly there</source>
        <translation>exactement dessus</translation>
    </message>
    <message>
        <source>%1 better</source>
        <comment>distance to a target</comment>
        <translation>%1 de mieux</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <comment>distance to a target</comment>
        <translation>encore %1</translation>
    </message>
    <message>
        <source>The formula no longer reads: %1</source>
        <translation>La formule ne se lit plus&#xa0;: %1</translation>
    </message>
    <message>
        <source>No data: a figure of the formula is unknown, or it would be divided by zero.</source>
        <translation>Sans donnée&#xa0;: un indicateur de la formule est inconnu, ou il faudrait diviser par zéro.</translation>
    </message>
    <message>
        <source>Watched: it has no target.</source>
        <translation>Observé&#xa0;: sans cible.</translation>
    </message>
    <message>
        <source>Reached: the value is at the target or beyond.</source>
        <translation>Atteint&#xa0;: la valeur est à la cible ou au-delà.</translation>
    </message>
    <message>
        <source>On track: the path from the start to the target stands at %1 today.</source>
        <translation>En bonne voie&#xa0;: le chemin du départ à la cible en est à %1 aujourd’hui.</translation>
    </message>
    <message>
        <source>At risk: short of the path, which stands at %1 today, but within the interval.</source>
        <translation>Menacé&#xa0;: en deçà du chemin, qui en est à %1 aujourd’hui, mais dans l’intervalle.</translation>
    </message>
    <message>
        <source>At risk: short of the path, which stands at %1 today, by less than a tenth of the way.</source>
        <translation>Menacé&#xa0;: en deçà du chemin, qui en est à %1 aujourd’hui, de moins d’un dixième du parcours.</translation>
    </message>
    <message>
        <source>Late: the due day is over.</source>
        <translation>En retard&#xa0;: l’échéance est passée.</translation>
    </message>
    <message>
        <source>Late: even the better end of the interval is short of the path, which stands at %1 today.</source>
        <translation>En retard&#xa0;: même la meilleure borne de l’intervalle est en deçà du chemin, qui en est à %1 aujourd’hui.</translation>
    </message>
    <message>
        <source>Late: short of the path, which stands at %1 today, by more than a tenth of the way.</source>
        <translation>En retard&#xa0;: en deçà du chemin, qui en est à %1 aujourd’hui, de plus d’un dixième du parcours.</translation>
    </message>
    <message>
        <source>The seven days before today</source>
        <translation>Les sept jours avant aujourd’hui</translation>
    </message>
    <message>
        <source>The four weeks before today</source>
        <translation>Les quatre semaines avant aujourd’hui</translation>
    </message>
    <message>
        <source>Everything since the start</source>
        <translation>Tout depuis le départ</translation>
    </message>
    <message>
        <source>From the start to the due day</source>
        <translation>Du départ à l’échéance</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagne</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>figure: %1</source>
        <comment>a completion of a formula</comment>
        <translation>chiffre&#xa0;: %1</translation>
    </message>
    <message>
        <source>function</source>
        <comment>of a formula</comment>
        <translation>fonction</translation>
    </message>
    <message>
        <source>filter</source>
        <comment>of a formula</comment>
        <translation>filtre</translation>
    </message>
    <message>
        <source>value of a filter</source>
        <comment>of a formula</comment>
        <translation>valeur d’un filtre</translation>
    </message>
    <message>
        <source>per hour</source>
        <comment>unit</comment>
        <translation>par heure</translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation>%1 par heure</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>not needed</source>
        <translation>pas nécessaire</translation>
    </message>
    <message>
        <source>good until it is revoked, as far as the network tells</source>
        <translation>valable jusqu’à sa révocation, d’après ce que dit le réseau</translation>
    </message>
    <message>
        <source>good, renewed by itself</source>
        <translation>valable, renouvelée d’elle-même</translation>
    </message>
    <message>
        <source>good, renewed by itself until %1</source>
        <translation>valable, renouvelée d’elle-même jusqu’au %1</translation>
    </message>
    <message>
        <source>ends on %1: sign in again before</source>
        <translation>se termine le %1&#xa0;: reconnectez-vous avant</translation>
    </message>
    <message>
        <source>ended: sign in again</source>
        <translation>terminée&#xa0;: reconnectez-vous</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>reste %1 sur %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>the network tells no limit</source>
        <translation>le réseau n’annonce pas de limite</translation>
    </message>
    <message>
        <source>as its documents say</source>
        <translation>selon sa documentation</translation>
    </message>
    <message>
        <source>asked to wait until %1</source>
        <translation>attente demandée jusqu’à %1</translation>
    </message>
    <message>
        <source>full again at %1</source>
        <translation>de nouveau complet à %1</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Calls (%1)</source>
        <translation>Appels (%1)</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <translation>%1 sur %2 utilisés</translation>
    </message>
    <message>
        <source>%1 used; no budget is set</source>
        <translation>%1 utilisés&#xa0;; aucun budget n’est fixé</translation>
    </message>
    <message>
        <source>new on %1</source>
        <translation>remis à zéro le %1</translation>
    </message>
    <message>
        <source>new at %1</source>
        <translation>remis à zéro à %1</translation>
    </message>
    <message>
        <source>Cost this month</source>
        <translation>Coût du mois</translation>
    </message>
    <message>
        <source>Units today (%1)</source>
        <translation>Unités du jour (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stream(s) are struck.</source>
        <translation>
            <numerusform>%Ln flux est touché.</numerusform>
            <numerusform>%Ln flux sont touchés.</numerusform>
        </translation>
    </message>
    <message>
        <source>It last went well %1.</source>
        <translation>Le dernier succès date de&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nobody has written since %1: %2 without a word, where %3 is usual. Check that the source still exists and that it still shows you everything.</source>
        <translation>Personne n’a écrit depuis %1&#xa0;: %2 sans un mot, là où %3 est habituel. Vérifiez que la source existe encore et qu’elle vous montre toujours tout.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) are struck by it.</source>
        <translation>
            <numerusform>%Ln compte est touché.</numerusform>
            <numerusform>%Ln comptes sont touchés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>the network switches this version off on %1</source>
        <translation>le réseau arrête cette version le %1</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Dernier succès</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Trous</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s), %1 in all</source>
        <translation>
            <numerusform>%Ln trou, %1 en tout</numerusform>
            <numerusform>%Ln trous, %1 en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth</source>
        <comment>ordinals from 2 to 20, put before &quot;exchange&quot;</comment>
        <translation>deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|douzième|treizième|quatorzième|quinzième|seizième|dix-septième|dix-huitième|dix-neuvième|vingtième</translation>
    </message>
    <message>
        <source>%1 exchange</source>
        <comment>%1 is an ordinal in words</comment>
        <translation>%1 échange</translation>
    </message>
    <message numerus="yes">
        <source>answered %n time(s) before</source>
        <translation>
            <numerusform>déjà %n réponse</numerusform>
            <numerusform>déjà %n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>plainte</translation>
    </message>
    <message>
        <source>private message</source>
        <translation>message privé</translation>
    </message>
    <message>
        <source>review</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>waits %1</source>
        <comment>how long somebody has been waiting: waits 2 h</comment>
        <translation>attend depuis %1</translation>
    </message>
    <message>
        <source>tone %1</source>
        <translation>tonalité %1</translation>
    </message>
    <message>
        <source>first contact</source>
        <translation>premier contact</translation>
    </message>
    <message numerus="yes">
        <source>relayed %n time(s)</source>
        <translation>
            <numerusform>relayé %n fois</numerusform>
            <numerusform>relayé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>audience %1</source>
        <translation>audience %1</translation>
    </message>
    <message>
        <source>new</source>
        <comment>status of a ticket</comment>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>open</source>
        <comment>status of a ticket</comment>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>waits for a colleague</source>
        <comment>status of a ticket</comment>
        <translation>attend un collègue</translation>
    </message>
    <message>
        <source>answered</source>
        <comment>status of a ticket: the member has the word</comment>
        <translation>répondu</translation>
    </message>
    <message>
        <source>done</source>
        <comment>status of a ticket</comment>
        <translation>traité</translation>
    </message>
    <message>
        <source>ignored</source>
        <comment>status of a ticket</comment>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>public</source>
        <comment>who sees a message</comment>
        <translation>public</translation>
    </message>
    <message>
        <source>unlisted</source>
        <comment>who sees a message</comment>
        <translation>non listé</translation>
    </message>
    <message>
        <source>followers only</source>
        <comment>who sees a message</comment>
        <translation>abonnés seulement</translation>
    </message>
    <message>
        <source>private</source>
        <comment>who sees a message</comment>
        <translation>privé</translation>
    </message>
    <message>
        <source>visibility not known</source>
        <comment>who sees a message</comment>
        <translation>visibilité inconnue</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Held by the network&apos;s moderators.</source>
        <translation>Retenu par la modération du réseau.</translation>
    </message>
    <message>
        <source>Marked as spam by the network.</source>
        <translation>Marqué comme indésirable par le réseau.</translation>
    </message>
    <message>
        <source>Hidden by us.</source>
        <translation>Masqué par nous.</translation>
    </message>
    <message>
        <source>Removed by the network&apos;s moderators.</source>
        <translation>Retiré par la modération du réseau.</translation>
    </message>
    <message>
        <source>Deleted by its author.</source>
        <translation>Supprimé par son auteur.</translation>
    </message>
    <message>
        <source>The account is gone.</source>
        <translation>Le compte a disparu.</translation>
    </message>
    <message>
        <source>No longer available on the network.</source>
        <translation>N’est plus disponible sur le réseau.</translation>
    </message>
    <message>
        <source>%1 takes answers from programs only where the author has named or quoted your account, which is not so here. Open the message on the network to answer it there.</source>
        <translation>%1 n’accepte les réponses des programmes que si l’auteur a nommé ou cité votre compte, ce qui n’est pas le cas ici. Ouvrez le message sur le réseau pour y répondre.</translation>
    </message>
    <message>
        <source>The time in which %1 allows an answer to this message is over. Open it on the network to see what is still possible.</source>
        <translation>Le délai pendant lequel %1 permet de répondre à ce message est passé. Ouvrez-le sur le réseau pour voir ce qui reste possible.</translation>
    </message>
    <message>
        <source>%1 does not take an answer to this message from programs. Open it on the network to answer it there.</source>
        <translation>%1 n’accepte pas de réponse à ce message depuis un programme. Ouvrez-le sur le réseau pour y répondre.</translation>
    </message>
    <message>
        <source>the service answered</source>
        <translation>le service a répondu</translation>
    </message>
    <message>
        <source>a rule says so</source>
        <translation>une règle le dit</translation>
    </message>
    <message>
        <source>late by %1</source>
        <comment>of a promised answer; %1 is a duration</comment>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>%1 is a duration: 2 h 10 left</comment>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>promised, late by %1</source>
        <comment>%1 is a duration</comment>
        <translation>promis, en retard de %1</translation>
    </message>
    <message>
        <source>promised, %1 left</source>
        <comment>%1 is a duration</comment>
        <translation>promis, reste %1</translation>
    </message>
    <message>
        <source>the service is late</source>
        <translation>le service est en retard</translation>
    </message>
    <message>
        <source>the service is late by %1</source>
        <comment>open hours: 3 h</comment>
        <translation>le service est en retard de %1</translation>
    </message>
</context>
<context>
    <name>InboxKeys</name>
    <message>
        <source>reply</source>
        <comment>key at the foot of the inbox</comment>
        <translation>répondre</translation>
    </message>
    <message>
        <source>note</source>
        <comment>key at the foot of the inbox</comment>
        <translation>note</translation>
    </message>
    <message>
        <source>tag</source>
        <comment>key at the foot of the inbox</comment>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>assign</source>
        <comment>key at the foot of the inbox</comment>
        <translation>attribuer</translation>
    </message>
    <message>
        <source>snooze</source>
        <comment>key at the foot of the inbox</comment>
        <translation>en sommeil</translation>
    </message>
    <message>
        <source>done</source>
        <comment>key at the foot of the inbox</comment>
        <translation>traité</translation>
    </message>
    <message>
        <source>ignore</source>
        <comment>key at the foot of the inbox</comment>
        <translation>ignorer</translation>
    </message>
    <message>
        <source>wait</source>
        <comment>key at the foot of the inbox</comment>
        <translation>attendre</translation>
    </message>
    <message>
        <source>undo</source>
        <comment>key at the foot of the inbox</comment>
        <translation>annuler</translation>
    </message>
    <message>
        <source>all keys</source>
        <comment>key at the foot of the inbox</comment>
        <translation>toutes les touches</translation>
    </message>
    <message>
        <source>pass on</source>
        <comment>key at the foot of the inbox</comment>
        <translation>transmettre</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>The keys of Vigie</source>
        <translation>Les touches de Vigie</translation>
    </message>
</context>
<context>
    <name>Moderation</name>
    <message>
        <source>The message cannot be kept as evidence.</source>
        <translation>Le message ne peut pas être conservé comme preuve.</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Rien n&apos;a encore été fait.</translation>
    </message>
    <message>
        <source>Go on without evidence</source>
        <translation>Continuer sans preuve</translation>
    </message>
    <message>
        <source>Keep it all the same...</source>
        <translation>Conserver quand même...</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Ne rien faire</translation>
    </message>
    <message>
        <source>No article of the charter is one that we moderate by.</source>
        <translation>Aucun article de la charte ne sert à modérer.</translation>
    </message>
    <message>
        <source>Open the charter</source>
        <translation>Ouvrir la charte</translation>
    </message>
    <message>
        <source>%1: under which article?</source>
        <translation>%1&#xa0;: au titre de quel article&#xa0;?</translation>
    </message>
    <message>
        <source>A number or a word of the article</source>
        <translation>Un numéro ou un mot de l&apos;article</translation>
    </message>
    <message>
        <source>Taken back; the log says so.</source>
        <translation>Annulé&#xa0;; le registre le dit.</translation>
    </message>
    <message>
        <source>The network has no way back for this.</source>
        <translation>Le réseau ne permet pas de revenir là-dessus.</translation>
    </message>
    <message>
        <source>It was taken back already.</source>
        <translation>C&apos;était déjà annulé.</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>social network</source>
        <translation>réseau social</translation>
    </message>
    <message>
        <source>feeds</source>
        <translation>flux</translation>
    </message>
    <message>
        <source>forum</source>
        <translation>forum</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>messagerie</translation>
    </message>
    <message>
        <source>blog and its comments</source>
        <translation>blog et ses commentaires</translation>
    </message>
    <message>
        <source>videos and their comments</source>
        <translation>vidéos et leurs commentaires</translation>
    </message>
    <message>
        <source>code and its discussions</source>
        <translation>code et ses discussions</translation>
    </message>
    <message>
        <source>network of a company</source>
        <translation>réseau d’entreprise</translation>
    </message>
    <message>
        <source>Without signing in</source>
        <translation>Sans se connecter</translation>
    </message>
    <message>
        <source>In the browser, and paste a code</source>
        <translation>Dans le navigateur, en collant un code</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>Dans le navigateur</translation>
    </message>
    <message>
        <source>With a code, here or on another device</source>
        <translation>Avec un code, ici ou sur un autre appareil</translation>
    </message>
    <message>
        <source>With a token I already have</source>
        <translation>Avec un jeton que j’ai déjà</translation>
    </message>
    <message>
        <source>With an application password</source>
        <translation>Avec un mot de passe d’application</translation>
    </message>
    <message>
        <source>With a user name and a password</source>
        <translation>Avec un nom d’utilisateur et un mot de passe</translation>
    </message>
    <message>
        <source>With a key of the network</source>
        <translation>Avec une clé du réseau</translation>
    </message>
    <message>
        <source>With a private key that signs for me</source>
        <translation>Avec une clé privée qui signe pour moi</translation>
    </message>
    <message>
        <source>X charges for each call: reading a post, reading a profile and, most of all, publishing a link. You need an application of your own at X, and X&apos;s terms do not allow a program to ask its users for one in order to use it: connect only if your agreement with X permits it. Through the interface one may only answer people who have named your account or quoted one of its posts. The account stays switched off until you switch it on, and Vigie stops at the monthly budget you set.</source>
        <translation>X facture chaque appel&#xa0;: lire une publication, lire un profil et, plus que tout, publier un lien. Il vous faut une application à vous auprès de X, et les conditions de X n’autorisent pas un programme à en exiger une de ses utilisateurs&#xa0;: ne vous connectez que si votre accord avec X le permet. Par cette interface, on ne peut répondre qu’aux personnes qui ont nommé votre compte ou cité une de ses publications. Le compte reste éteint jusqu’à ce que vous l’allumiez, et Vigie s’arrête au budget mensuel que vous fixez.</translation>
    </message>
    <message>
        <source>Meta asks for an application of your own, reviewed by Meta, with a page or a professional account behind it. Before the review it only reaches accounts that have a role in that application. Pictures and videos are fetched by Meta from a public address that you choose.</source>
        <translation>Meta demande une application à vous, examinée par Meta, avec une page ou un compte professionnel. Avant cet examen, elle n’atteint que les comptes qui ont un rôle dans cette application. Meta prend les images et les vidéos à une adresse publique que vous choisissez.</translation>
    </message>
    <message>
        <source>Google asks for a project of your own with this interface switched on, and gives each project an allowance per day that all its users share. For reviews, access must be requested from Google first; until it is granted the allowance is zero.</source>
        <translation>Google demande un projet à vous où cette interface est activée, et donne à chaque projet un quota par jour que tous ses utilisateurs partagent. Pour les avis, il faut d’abord demander l’accès à Google&#xa0;; tant qu’il n’est pas accordé, le quota est de zéro.</translation>
    </message>
    <message>
        <source>Reddit approves each application by hand since November 2025, and asks for a contract where the use is commercial. Without that approval the sign-in is refused. What is deleted there is deleted here.</source>
        <translation>Depuis novembre 2025, Reddit approuve chaque application à la main et demande un contrat pour un usage commercial. Sans cette approbation, la connexion est refusée. Ce qui est supprimé là-bas est supprimé ici.</translation>
    </message>
    <message>
        <source>Vigie comes as a bot here: it sees only the places that somebody has let it into, and everybody there can see that it is one.</source>
        <translation>Vigie vient ici comme robot&#xa0;: elle ne voit que les lieux où quelqu’un l’a laissée entrer, et tout le monde y voit qu’elle en est un.</translation>
    </message>
    <message>
        <source>This network sells the access to its interface with some of its plans. Without such a plan the sign-in works and the calls are refused.</source>
        <translation>Ce réseau vend l’accès à son interface avec certaines de ses formules. Sans une telle formule, la connexion réussit et les appels sont refusés.</translation>
    </message>
    <message>
        <source>What is read may be kept.</source>
        <translation>Ce qui est lu peut être gardé.</translation>
    </message>
    <message>
        <source>Only ids, times and counts are kept; words and names are shown while Vigie runs.</source>
        <translation>Seuls les identifiants, les heures et les nombres sont gardés&#xa0;; les mots et les noms se voient tant que Vigie tourne.</translation>
    </message>
    <message>
        <source>Nothing is kept: it is shown while Vigie runs.</source>
        <translation>Rien n’est gardé&#xa0;: cela se voit tant que Vigie tourne.</translation>
    </message>
    <message>
        <source>Words are dropped after %1.</source>
        <translation>Les mots sont effacés après %1.</translation>
    </message>
    <message>
        <source>Words that were not seen again for %1 are dropped.</source>
        <translation>Les mots qui n’ont pas été revus pendant %1 sont effacés.</translation>
    </message>
    <message>
        <source>What is deleted there is deleted here within %1.</source>
        <translation>Ce qui est supprimé là-bas l’est ici dans les %1.</translation>
    </message>
    <message>
        <source>It may leave in files and reports.</source>
        <translation>Cela peut sortir dans des fichiers et des rapports.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln item(s) a day may leave in files.</source>
        <translation>
            <numerusform>Au plus %Ln élément par jour peut sortir dans des fichiers.</numerusform>
            <numerusform>Au plus %Ln éléments par jour peuvent sortir dans des fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files are written without names, handles and words.</source>
        <translation>Les fichiers sont écrits sans noms, sans identifiants et sans textes.</translation>
    </message>
    <message>
        <source>Nothing of it may leave in files.</source>
        <translation>Rien ne peut en sortir dans des fichiers.</translation>
    </message>
    <message>
        <source>Its members are never linked with members elsewhere.</source>
        <translation>Ses membres ne sont jamais rapprochés de membres d’ailleurs.</translation>
    </message>
    <message>
        <source>To be named with it: %1.</source>
        <translation>À citer avec&#xa0;: %1.</translation>
    </message>
    <message>
        <source>found there</source>
        <translation>trouvé là</translation>
    </message>
    <message>
        <source>probably this</source>
        <translation>probablement cela</translation>
    </message>
    <message>
        <source>perhaps this; nobody confirmed it</source>
        <translation>peut-être cela&#xa0;; personne ne l’a confirmé</translation>
    </message>
    <message>
        <source>tried on a real server</source>
        <translation>essayé sur un vrai serveur</translation>
    </message>
    <message>
        <source>tried with another program</source>
        <translation>essayé avec un autre programme</translation>
    </message>
    <message>
        <source>checked by schema</source>
        <translation>vérifié par schéma</translation>
    </message>
    <message>
        <source>from documents, not tried</source>
        <translation>d’après documents, non essayé</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed. Nothing was connected yet.</source>
        <translation>«&#xa0;%1&#xa0;» est nécessaire. Rien n’a encore été connecté.</translation>
    </message>
    <message>
        <source>This is not the address of a server. Write it as social.example, or give your whole handle.</source>
        <translation>Ce n’est pas l’adresse d’un serveur. Écrivez-la comme social.example, ou donnez votre identifiant entier.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no such value.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas cette valeur.</translation>
    </message>
    <message>
        <source>This is no amount. Write it as 20 or 12.50, in US dollars a month.</source>
        <translation>Ce n’est pas un montant. Écrivez 20 ou 12,50, en dollars américains par mois.</translation>
    </message>
    <message>
        <source>off: ask now and then</source>
        <translation>éteint&#xa0;: demander de temps en temps</translation>
    </message>
    <message>
        <source>on (Jetstream 1)</source>
        <translation>allumé (Jetstream 1)</translation>
    </message>
    <message>
        <source>on (Jetstream 2)</source>
        <translation>allumé (Jetstream 2)</translation>
    </message>
    <message>
        <source>This file cannot be read. Is it still there, and may you read it?</source>
        <translation>Ce fichier ne peut pas être lu. Est-il toujours là, et avez-vous le droit de le lire&#xa0;?</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>This file is too large for a key: it is probably another one.</source>
        <translation>Ce fichier est trop grand pour une clé&#xa0;: c’en est sans doute un autre.</translation>
    </message>
    <message>
        <source>a place for pictures that networks fetch</source>
        <translation>un dépôt pour les images que des réseaux vont chercher</translation>
    </message>
</context>
<context>
    <name>OpenVariables</name>
    <message numerus="yes">
        <source>Not sent: %1 has no value yet.</source>
        <comment>name of a variable, or several</comment>
        <translation>
            <numerusform>Pas envoyé&#xa0;: %1 n’a pas encore de valeur.</numerusform>
            <numerusform>Pas envoyé&#xa0;: %1 n’ont pas encore de valeur.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnNumbers</name>
    <message>
        <source>View rates</source>
        <translation>Taux de vue</translation>
    </message>
    <message>
        <source>Visits of sites</source>
        <translation>Visites des sites</translation>
    </message>
    <message>
        <source>Weights of networks</source>
        <translation>Poids des réseaux</translation>
    </message>
    <message>
        <source>The share of an author&apos;s followers that is taken to see a post. Networks do not say it: until you enter yours, %1 is assumed.</source>
        <translation>La part des abonnés d’un auteur censée voir une publication. Les réseaux ne la donnent pas&#xa0;: tant que vous n’avez pas saisi la vôtre, %1 est supposé.</translation>
    </message>
    <message>
        <source>How many visits a month a site has that writes of you, as its media kit or a measuring institute says. A site counts once a day, for a thirtieth of its month.</source>
        <translation>Le nombre de visites par mois d’un site qui parle de vous, d’après son kit média ou un institut de mesure. Un site compte une fois par jour, pour un trentième de son mois.</translation>
    </message>
    <message>
        <source>What a mention of a network weighs in the e-reputation index: 1 as delivered, 0 leaves the network out.</source>
        <translation>Ce que pèse une mention d’un réseau dans l’indice d’e-réputation&#xa0;: 1 par défaut, 0 écarte le réseau.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>View rate</source>
        <translation>Taux de vue</translation>
    </message>
    <message>
        <source>Visits a month</source>
        <translation>Visites par mois</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source> %</source>
        <comment>behind a number in a field</comment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>No visits are entered</source>
        <translation>Aucune visite saisie</translation>
    </message>
    <message>
        <source>The reach of sites has no value until then. Enter a site that writes of you and its visits a month below.</source>
        <translation>D’ici là, la portée des sites n’a pas de valeur. Saisissez ci-dessous un site qui parle de vous et ses visites par mois.</translation>
    </message>
    <message>
        <source>View rates...</source>
        <translation>Taux de vue...</translation>
    </message>
    <message>
        <source>Enter visits...</source>
        <translation>Saisir des visites...</translation>
    </message>
    <message>
        <source>Weights of networks...</source>
        <translation>Poids des réseaux...</translation>
    </message>
    <message>
        <source>Visits and goals</source>
        <translation>Visites et objectifs</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Enquêtes</translation>
    </message>
    <message>
        <source>No goals are entered</source>
        <translation>Aucun objectif saisi</translation>
    </message>
    <message>
        <source>The value of a visit is not known until then. Enter a network, its days and visits, and a goal below.</source>
        <translation>D’ici là, la valeur d’une visite n’est pas connue. Saisissez ci-dessous un réseau, ses jours, ses visites et un objectif.</translation>
    </message>
    <message>
        <source>There are no answers yet</source>
        <translation>Pas encore de réponses</translation>
    </message>
    <message>
        <source>Satisfaction and recommendation are not known until then. Import a table, or enter an answer below.</source>
        <translation>D’ici là, satisfaction et recommandation ne sont pas connues. Importez un tableau, ou saisissez une réponse ci-dessous.</translation>
    </message>
    <message>
        <source>Enter goals...</source>
        <translation>Saisir des objectifs…</translation>
    </message>
    <message>
        <source>Enter answers...</source>
        <translation>Saisir des réponses…</translation>
    </message>
</context>
<context>
    <name>Passing</name>
    <message>
        <source>%1: not sent yet. %2</source>
        <translation>%1&#xa0;: pas encore parti. %2</translation>
    </message>
    <message>
        <source>%1: leaves at %2</source>
        <translation>%1&#xa0;: part à %2</translation>
    </message>
    <message>
        <source>%1: waits in the outbox</source>
        <translation>%1&#xa0;: attend dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>%1: waiting inside, answer before %2</source>
        <translation>%1&#xa0;: en attente dans la maison, réponse avant le %2</translation>
    </message>
    <message>
        <source>%1: late by %2</source>
        <translation>%1&#xa0;: en retard de %2</translation>
    </message>
    <message>
        <source>%1: answered by %2, %3</source>
        <translation>%1&#xa0;: répondu par %2, %3</translation>
    </message>
    <message>
        <source>%1: could not be delivered</source>
        <translation>%1&#xa0;: n’a pas pu être remis</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1&#xa0;: repris</translation>
    </message>
    <message numerus="yes">
        <source>reminded %n time(s)</source>
        <translation>
            <numerusform>relancé %n fois</numerusform>
            <numerusform>relancé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Not delivered to %1.</source>
        <translation>Non remis à %1.</translation>
    </message>
    <message>
        <source>Not delivered to %1: %2</source>
        <translation>Non remis à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nobody has it: correct the address in the services and pass it on again.</source>
        <translation>Personne ne l’a reçu&#xa0;: corrigez l’adresse dans les services et transmettez à nouveau.</translation>
    </message>
    <message>
        <source>The others have it. Correct the address in the services for the next time.</source>
        <translation>Les autres l’ont reçu. Corrigez l’adresse dans les services pour la prochaine fois.</translation>
    </message>
</context>
<context>
    <name>PostWriting</name>
    <message>
        <source>A character that nobody sees: %1.</source>
        <translation>Un caractère que personne ne voit&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message>
        <source>Likes</source>
        <comment>count of a post</comment>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Relays</source>
        <comment>count of a post</comment>
        <translation>Relais</translation>
    </message>
    <message>
        <source>Answers</source>
        <comment>count of a post</comment>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Quotes</source>
        <comment>count of a post</comment>
        <translation>Citations</translation>
    </message>
    <message>
        <source>Views</source>
        <comment>count of a post</comment>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Impressions</source>
        <comment>count of a post</comment>
        <translation>Impressions</translation>
    </message>
    <message>
        <source>Reach</source>
        <comment>count of a post</comment>
        <translation>Portée</translation>
    </message>
    <message>
        <source>Saves</source>
        <comment>count of a post</comment>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Shares</source>
        <comment>count of a post</comment>
        <translation>Partages</translation>
    </message>
    <message>
        <source>Clicks</source>
        <comment>count of a post</comment>
        <translation>Clics</translation>
    </message>
    <message>
        <source>As the network gives it.</source>
        <translation>Tel que le réseau le donne.</translation>
    </message>
    <message>
        <source>not given: the network gives no such count</source>
        <translation>non donné&#xa0;: le réseau ne donne pas ce compte</translation>
    </message>
    <message>
        <source>not given: the network gave it before, and does no longer</source>
        <translation>non donné&#xa0;: le réseau le donnait avant et ne le donne plus</translation>
    </message>
    <message>
        <source>not given: it is hidden</source>
        <translation>non donné&#xa0;: il est masqué</translation>
    </message>
    <message>
        <source>not given: posts of this kind have none</source>
        <translation>non donné&#xa0;: les publications de ce genre n’en ont pas</translation>
    </message>
    <message>
        <source>not given: nobody could read it at that age</source>
        <translation>non donné&#xa0;: personne n’a pu le lire à cet âge</translation>
    </message>
    <message>
        <source>not given: the post was older when it came here</source>
        <translation>non donné&#xa0;: la publication était plus ancienne quand elle est arrivée ici</translation>
    </message>
    <message>
        <source>after %1: not given</source>
        <comment>an age</comment>
        <translation>après %1&#xa0;: non donné</translation>
    </message>
    <message>
        <source>after %1: reactions: %2</source>
        <comment>an age, a number</comment>
        <translation>après %1, réactions&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n other post(s) at that age: too few to compare)</source>
        <comment>reactions at an age</comment>
        <translation>
            <numerusform>%1 (%n autre publication à cet âge&#xa0;: trop peu pour comparer)</numerusform>
            <numerusform>%1 (%n autres publications à cet âge&#xa0;: trop peu pour comparer)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; usual: %2 (half of them %3 to %4); more than %5 of %n other post(s)</source>
        <comment>reactions at an age</comment>
        <translation>
            <numerusform>%1&#x202f;; habituel&#xa0;: %2 (la moitié de %3 à %4)&#x202f;; plus que %5 de %n autre publication</numerusform>
            <numerusform>%1&#x202f;; habituel&#xa0;: %2 (la moitié de %3 à %4)&#x202f;; plus que %5 de %n autres publications</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day of the week and an hour</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not distinguishable from usual</source>
        <translation>ne se distingue pas de l’habituel</translation>
    </message>
    <message>
        <source>better than usual</source>
        <translation>mieux que d’habitude</translation>
    </message>
    <message>
        <source>less than usual</source>
        <translation>moins que d’habitude</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 to %3), usual %4: %5; %n post(s)</source>
        <comment>reactions at an hour, their interval, the usual ones, a verdict</comment>
        <translation>
            <numerusform>%1 (%2 à %3), habituel %4&#xa0;: %5&#x202f;; %n publication</numerusform>
            <numerusform>%1 (%2 à %3), habituel %4&#xa0;: %5&#x202f;; %n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be said about hours yet: %n post(s) of the last 16 weeks are a week old and have counts, and it takes %1.</source>
        <translation>
            <numerusform>On ne peut encore rien dire des heures&#xa0;: %n publication des 16 dernières semaines a une semaine et des comptes, il en faut %1.</numerusform>
            <numerusform>On ne peut encore rien dire des heures&#xa0;: %n publications des 16 dernières semaines ont une semaine et des comptes, il en faut %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactions of a week as a share of followers, learnt from %n post(s) of the last 16 weeks.</source>
        <translation>
            <numerusform>Réactions d’une semaine en part des abonnés, apprises de %n publication des 16 dernières semaines.</numerusform>
            <numerusform>Réactions d’une semaine en part des abonnés, apprises de %n publications des 16 dernières semaines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactions of a week, learnt from %n post(s) of the last 16 weeks.</source>
        <translation>
            <numerusform>Réactions d’une semaine, apprises de %n publication des 16 dernières semaines.</numerusform>
            <numerusform>Réactions d’une semaine, apprises de %n publications des 16 dernières semaines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) without counts are left out.</source>
        <translation>
            <numerusform>%n publication sans comptes est laissée de côté.</numerusform>
            <numerusform>%n publications sans comptes sont laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>comments to expect and their interval</comment>
        <translation>%1 (%2 à %3)</translation>
    </message>
    <message>
        <source>ddd d, HH:mm</source>
        <comment>day and time</comment>
        <translation>ddd d, HH:mm</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>There are too few posts to try the forecast on.</source>
        <translation>Il y a trop peu de publications pour mettre la prévision à l’épreuve.</translation>
    </message>
    <message numerus="yes">
        <source>Tried on the last %n post(s), each by what was known before it: off by %1 comments in 24 hours on the average, where %2 came; a plain mean would be off by %3. %4 of them fell inside their interval.</source>
        <translation>
            <numerusform>Mise à l’épreuve sur la dernière publication (%n), avec ce qu’on savait avant elle&#xa0;: écart moyen de %1 commentaires en 24 heures, là où il en est venu %2&#x202f;; une simple moyenne s’écarterait de %3. %4 sont tombées dans leur intervalle.</numerusform>
            <numerusform>Mise à l’épreuve sur les %n dernières publications, chacune avec ce qu’on savait avant elle&#xa0;: écart moyen de %1 commentaires en 24 heures, là où il en est venu %2&#x202f;; une simple moyenne s’écarterait de %3. %4 sont tombées dans leur intervalle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Clicks on links</source>
        <comment>count of a post</comment>
        <translation>Clics sur les liens</translation>
    </message>
    <message>
        <source>Reactions</source>
        <comment>count of a post</comment>
        <translation>Réactions</translation>
    </message>
    <message>
        <source>Reactions of all kinds</source>
        <comment>count of a post</comment>
        <translation>Interactions de toutes sortes</translation>
    </message>
    <message>
        <source>Reads</source>
        <comment>count of a post</comment>
        <translation>Lectures</translation>
    </message>
    <message>
        <source>Score</source>
        <comment>count of a post</comment>
        <translation>Score</translation>
    </message>
    <message>
        <source>Dislikes</source>
        <comment>count of a post</comment>
        <translation>Je n’aime pas</translation>
    </message>
    <message>
        <source>not given since %1: the network no longer counts it</source>
        <comment>a date</comment>
        <translation>non fourni depuis le %1&#xa0;: le réseau ne le compte plus</translation>
    </message>
    <message>
        <source>since %1 the network counts it in another way</source>
        <comment>a date</comment>
        <translation>depuis le %1, le réseau le compte autrement</translation>
    </message>
    <message>
        <source>not given since %1: the network no longer counts it, and gives this instead: %2</source>
        <comment>a date, a count</comment>
        <translation>non fourni depuis le %1&#xa0;: le réseau ne le compte plus, et donne ceci à la place&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a count means, until when</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ProofCheck</name>
    <message>
        <source>French puts a no-break space here.</source>
        <translation>Le français met ici une espace insécable.</translation>
    </message>
    <message>
        <source>There is a space too many.</source>
        <translation>Il y a une espace de trop.</translation>
    </message>
    <message>
        <source>French elision: &quot;%1&quot; is written otherwise.</source>
        <translation>Élision&#xa0;: «&#xa0;%1&#xa0;» s&apos;écrit autrement.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is written with the letter œ.</source>
        <translation>«&#xa0;%1&#xa0;» s&apos;écrit avec la lettre œ.</translation>
    </message>
    <message>
        <source>Capitals keep their accents.</source>
        <translation>Les majuscules gardent leurs accents.</translation>
    </message>
    <message>
        <source>Before this word the article is the other one.</source>
        <translation>Devant ce mot, l&apos;article anglais est l&apos;autre.</translation>
    </message>
    <message>
        <source>&quot;I&quot; is a capital.</source>
        <translation>En anglais, «&#xa0;I&#xa0;» est une majuscule.</translation>
    </message>
    <message>
        <source>The word is there twice.</source>
        <translation>Le mot est là deux fois.</translation>
    </message>
    <message>
        <source>The answer says both tu and vous.</source>
        <translation>La réponse tutoie et vouvoie à la fois.</translation>
    </message>
    <message>
        <source>This account says tu.</source>
        <translation>Ce compte dit tu.</translation>
    </message>
    <message>
        <source>This account says vous.</source>
        <translation>Ce compte dit vous.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the dictionary (%2).</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas dans le dictionnaire (%2).</translation>
    </message>
    <message>
        <source>This reads as %1; the answer is to be in %2.</source>
        <translation>Ce texte semble en %1&#xa0;; la réponse doit être en %2.</translation>
    </message>
    <message>
        <source>tu</source>
        <translation>tu</translation>
    </message>
    <message>
        <source>vous</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>tu and vous</source>
        <translation>tu et vous</translation>
    </message>
    <message>
        <source>tu or vous</source>
        <translation>tu ou vous</translation>
    </message>
    <message>
        <source>Add to the dictionary</source>
        <translation>Ajouter au dictionnaire</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>All publishing</source>
        <translation>Toutes les publications</translation>
    </message>
    <message>
        <source>The account %1</source>
        <translation>Le compte %1</translation>
    </message>
    <message>
        <source>The campaign %1</source>
        <translation>La campagne %1</translation>
    </message>
</context>
<context>
    <name>QueryAnalysis</name>
    <message>
        <source>has: %1</source>
        <comment>part of a query that a mention holds</comment>
        <translation>contient&#xa0;: %1</translation>
    </message>
    <message>
        <source>lacks: %1</source>
        <comment>part of a query that a mention does not hold</comment>
        <translation>il manque&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (its words stand apart)</source>
        <translation>%1 (ses mots sont séparés)</translation>
    </message>
    <message>
        <source>%1 (said elsewhere, or less often)</source>
        <translation>%1 (dit ailleurs, ou moins souvent)</translation>
    </message>
    <message>
        <source>%1 (written otherwise)</source>
        <translation>%1 (écrit autrement)</translation>
    </message>
</context>
<context>
    <name>QueryError</name>
    <message>
        <source>The quote that opens here is never closed.</source>
        <translation>Le guillemet ouvert ici n’est jamais fermé.</translation>
    </message>
    <message>
        <source>The parenthesis that opens here is never closed.</source>
        <translation>La parenthèse ouverte ici n’est jamais fermée.</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing.</source>
        <translation>Cette parenthèse ne ferme rien.</translation>
    </message>
    <message>
        <source>Something is missing beside &quot;%1&quot;.</source>
        <translation>Il manque quelque chose à côté de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>Il n’y a pas de champ «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>This field does not know the value &quot;%1&quot;.</source>
        <translation>Ce champ ne connaît pas la valeur «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>A value is missing after &quot;%1&quot;.</source>
        <translation>Il manque une valeur après «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The parentheses are nested too deep.</source>
        <translation>Les parenthèses sont trop imbriquées.</translation>
    </message>
    <message>
        <source>The query is too long: %1 characters at most.</source>
        <translation>La requête est trop longue&#xa0;: %1 caractères au plus.</translation>
    </message>
    <message>
        <source>%1 Did you mean &quot;%2&quot;?</source>
        <comment>a sentence, a suggestion</comment>
        <translation>%1 Vouliez-vous dire «&#xa0;%2&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>A star needs a letter beside it, as in repair* or *ing; values of fields take none.</source>
        <translation>Une étoile a besoin d’une lettre à côté d’elle, comme dans répar* ou *tion&#xa0;; les valeurs des champs n’en prennent pas.</translation>
    </message>
    <message>
        <source>Nearness is written NEAR/5 or ONEAR/5, with %1 words between at most.</source>
        <translation>La proximité s’écrit NEAR/5 ou ONEAR/5, avec %1 mots d’écart au plus.</translation>
    </message>
    <message>
        <source>Beside NEAR stand words, phrases, or groups of them joined by OR: not &quot;%1&quot;.</source>
        <translation>À côté de NEAR se placent des mots, des expressions ou des groupes reliés par OU&#xa0;: pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Only words can stand here, not &quot;%1&quot;.</source>
        <translation>Seuls des mots peuvent se placer ici, pas «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number: write &gt;10, &lt;=3 or 10..20.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre&#xa0;: écrivez &gt;10, &lt;=3 ou 10..20.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date: write 2026-11-21, 2026-11, 7d or yesterday.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une date&#xa0;: écrivez 2026-11-21, 2026-11, 7j ou hier.</translation>
    </message>
    <message>
        <source>Nothing lies between the two ends of &quot;%1&quot;.</source>
        <translation>Il n’y a rien entre les deux bornes de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>How often? Write count(word)&gt;=3.</source>
        <translation>Combien de fois&#xa0;? Écrivez count(mot)&gt;=3.</translation>
    </message>
    <message>
        <source>There is no saved query &quot;%1&quot;. To look for a mention, put it in quotes.</source>
        <translation>Il n’y a pas de requête enregistrée «&#xa0;%1&#xa0;». Pour chercher une mention, mettez-la entre guillemets.</translation>
    </message>
    <message>
        <source>There is no list of authors of that name: &quot;%1&quot;.</source>
        <translation>Il n’y a pas de liste d’auteurs de ce nom&#xa0;: «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads back to this query: a query cannot ask for itself.</source>
        <translation>«&#xa0;%1&#xa0;» ramène à cette requête&#xa0;: une requête ne peut pas s’appeler elle-même.</translation>
    </message>
    <message>
        <source>The saved query &quot;%1&quot; has a mistake of its own.</source>
        <translation>La requête enregistrée «&#xa0;%1&#xa0;» contient elle-même une erreur.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Écrire %1</translation>
    </message>
</context>
<context>
    <name>QuerySentence</name>
    <message>
        <source>of every kind</source>
        <translation>de toute sorte</translation>
    </message>
    <message>
        <source>that say %1</source>
        <translation>qui disent %1</translation>
    </message>
    <message>
        <source>but not those %1</source>
        <translation>mais pas celles %1</translation>
    </message>
    <message>
        <source>with one sentence %1</source>
        <translation>dont une phrase est de celles %1</translation>
    </message>
    <message>
        <source>that say %1 %2</source>
        <translation>qui disent %1 %2</translation>
    </message>
    <message>
        <source>that the saved query &quot;%1&quot; finds</source>
        <translation>que trouve la requête enregistrée «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two things that are both asked for</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between two things one of which is asked for</comment>
        <translation>, ou </translation>
    </message>
    <message>
        <source>a word in &quot;%1...&quot;</source>
        <translation>un mot en «&#xa0;%1...&#xa0;»</translation>
    </message>
    <message>
        <source>a word like &quot;%1&quot;</source>
        <translation>un mot comme «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between words</comment>
        <translation> ou </translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>&quot;%1&quot; with these capitals</source>
        <translation>«&#xa0;%1&#xa0;» avec ces majuscules</translation>
    </message>
    <message>
        <source>&quot;%1&quot; with these accents</source>
        <translation>«&#xa0;%1&#xa0;» avec ces accents</translation>
    </message>
    <message>
        <source>exactly &quot;%1&quot;, sign for sign</source>
        <translation>exactement «&#xa0;%1&#xa0;», signe pour signe</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>côte à côte</translation>
    </message>
    <message numerus="yes">
        <source>at most %n word(s) between</source>
        <translation>
            <numerusform>%n mot d’écart au plus</numerusform>
            <numerusform>%n mots d’écart au plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and behind it %2 (%3)</source>
        <translation>%1 puis %2 (%3)</translation>
    </message>
    <message>
        <source>%1 near %2 (%3)</source>
        <translation>%1 près de %2 (%3)</translation>
    </message>
    <message>
        <source>with a title %1</source>
        <translation>dont le titre est de ceux %1</translation>
    </message>
    <message>
        <source>that quote one %1</source>
        <translation>qui citent une publication de celles %1</translation>
    </message>
    <message>
        <source>with a text (title apart) %1</source>
        <translation>dont le texte (hors titre) est de ceux %1</translation>
    </message>
    <message>
        <source>%1 times</source>
        <comment>how often</comment>
        <translation>%1 fois</translation>
    </message>
    <message>
        <source>All mentions.</source>
        <translation>Toutes les mentions.</translation>
    </message>
    <message>
        <source>Mentions %1.</source>
        <translation>Mentions %1.</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>May take a moment</source>
        <translation>Peut prendre un moment</translation>
    </message>
    <message>
        <source>Slow: looks at nearly everything</source>
        <translation>Lente&#xa0;: regarde presque tout</translation>
    </message>
    <message>
        <source>%1 begins with a wildcard: every text is looked at.</source>
        <translation>%1 commence par un joker&#xa0;: tous les textes sont regardés.</translation>
    </message>
    <message>
        <source>%1 is the beginning of very many words.</source>
        <translation>%1 est le début de très nombreux mots.</translation>
    </message>
    <message>
        <source>Nothing narrows the search: add a word that has to be there.</source>
        <translation>Rien ne restreint la recherche&#xa0;: ajoutez un mot qui doit y être.</translation>
    </message>
    <message>
        <source>For %1 the texts that may match are read one by one.</source>
        <translation>Pour %1, les textes possibles sont lus un par un.</translation>
    </message>
    <message>
        <source>For %1 the mentions that may match are read whole, one by one.</source>
        <translation>Pour %1, les mentions possibles sont lues en entier, une par une.</translation>
    </message>
    <message>
        <source>The query has very many terms.</source>
        <translation>La requête compte de très nombreux termes.</translation>
    </message>
    <message>
        <source>The answer changes with members, answers, quotes or the clock: it is searched for anew each time.</source>
        <translation>La réponse change avec les membres, les réponses, les citations ou l’heure&#xa0;: elle est cherchée à nouveau chaque fois.</translation>
    </message>
    <message>
        <source>No network that is read tells this, so nothing matches: %1</source>
        <translation>Aucun réseau lu ne le dit, donc rien ne correspond&#xa0;: %1</translation>
    </message>
    <message>
        <source>Left out, because nothing here says it: %1</source>
        <translation>Laissé de côté, faute d’équivalent ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nearly the same: %1 became %2</source>
        <translation>Presque pareil&#xa0;: %1 est devenu %2</translation>
    </message>
    <message>
        <source>Mended: %1</source>
        <translation>Réparé&#xa0;: %1</translation>
    </message>
    <message>
        <source>that are replies</source>
        <translation>qui sont des réponses</translation>
    </message>
    <message>
        <source>that are relays</source>
        <translation>qui sont des relais</translation>
    </message>
    <message>
        <source>that quote another</source>
        <translation>qui en citent une autre</translation>
    </message>
    <message>
        <source>that are originals</source>
        <translation>qui sont des originaux</translation>
    </message>
    <message>
        <source>that are reviews</source>
        <translation>qui sont des avis</translation>
    </message>
    <message>
        <source>by ourselves</source>
        <translation>de nous-mêmes</translation>
    </message>
    <message>
        <source>that are direct messages</source>
        <translation>qui sont des messages privés</translation>
    </message>
    <message>
        <source>that were edited</source>
        <translation>qui ont été modifiées</translation>
    </message>
    <message>
        <source>that were deleted</source>
        <translation>qui ont été supprimées</translation>
    </message>
    <message>
        <source>with a link</source>
        <translation>avec un lien</translation>
    </message>
    <message>
        <source>with a picture</source>
        <translation>avec une image</translation>
    </message>
    <message>
        <source>with a video</source>
        <translation>avec une vidéo</translation>
    </message>
    <message>
        <source>with a picture, a video or a sound</source>
        <translation>avec une image, une vidéo ou un son</translation>
    </message>
    <message>
        <source>that ask a question</source>
        <translation>qui posent une question</translation>
    </message>
    <message>
        <source>that mention somebody</source>
        <translation>qui mentionnent quelqu’un</translation>
    </message>
    <message>
        <source>with a hashtag</source>
        <translation>avec un mot-dièse</translation>
    </message>
    <message>
        <source>of a positive tone</source>
        <translation>de tonalité positive</translation>
    </message>
    <message>
        <source>of a negative tone</source>
        <translation>de tonalité négative</translation>
    </message>
    <message>
        <source>of a neutral tone</source>
        <translation>de tonalité neutre</translation>
    </message>
    <message>
        <source>that are in no conversation of the inbox</source>
        <translation>qui ne sont dans aucune conversation de la boîte</translation>
    </message>
    <message>
        <source>whose conversation is new</source>
        <translation>dont la conversation est nouvelle</translation>
    </message>
    <message>
        <source>whose conversation is open</source>
        <translation>dont la conversation est ouverte</translation>
    </message>
    <message>
        <source>whose conversation waits</source>
        <translation>dont la conversation est en attente</translation>
    </message>
    <message>
        <source>whose conversation is done</source>
        <translation>dont la conversation est terminée</translation>
    </message>
    <message>
        <source>whose conversation is ignored</source>
        <translation>dont la conversation est ignorée</translation>
    </message>
    <message>
        <source>whose conversation sleeps</source>
        <translation>dont la conversation est reportée</translation>
    </message>
    <message>
        <source>whose answer is late</source>
        <translation>dont la réponse est en retard</translation>
    </message>
    <message>
        <source>whose answer will soon be late</source>
        <translation>dont la réponse sera bientôt en retard</translation>
    </message>
    <message>
        <source>that wait for an answer, in time</source>
        <translation>qui attendent une réponse, dans les temps</translation>
    </message>
    <message>
        <source>in French</source>
        <translation>en français</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>en anglais</translation>
    </message>
    <message>
        <source>in a language that was not recognised</source>
        <translation>dans une langue non reconnue</translation>
    </message>
    <message>
        <source>in the language &quot;%1&quot;</source>
        <translation>dans la langue «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>il y a %n semaine</numerusform>
            <numerusform>il y a %n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>il y a %n mois</numerusform>
            <numerusform>il y a %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a network</comment>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>read through %1</source>
        <comment>a connector</comment>
        <translation>lues par %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>an author</comment>
        <translation>de %1</translation>
    </message>
    <message>
        <source>by the member %1, under any name</source>
        <translation>du membre %1, sous tous ses noms</translation>
    </message>
    <message>
        <source>by somebody of the list &quot;%1&quot;</source>
        <translation>de quelqu’un de la liste «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>by somebody we answered before</source>
        <translation>de quelqu’un à qui nous avons déjà répondu</translation>
    </message>
    <message>
        <source>by somebody we never answered</source>
        <translation>de quelqu’un à qui nous n’avons jamais répondu</translation>
    </message>
    <message>
        <source>from the country %1</source>
        <translation>du pays %1</translation>
    </message>
    <message>
        <source>that were given the tag &quot;%1&quot;</source>
        <translation>qui portent l’étiquette «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>in nobody&apos;s hands</source>
        <translation>confiées à personne</translation>
    </message>
    <message>
        <source>in the hands of %1</source>
        <translation>confiées à %1</translation>
    </message>
    <message>
        <source>that we answered</source>
        <translation>auxquelles nous avons répondu</translation>
    </message>
    <message>
        <source>that we did not answer</source>
        <translation>auxquelles nous n’avons pas répondu</translation>
    </message>
    <message>
        <source>published on the site %1</source>
        <translation>publiées sur le site %1</translation>
    </message>
    <message>
        <source>whose address holds %1</source>
        <translation>dont l’adresse contient %1</translation>
    </message>
    <message>
        <source>with a link to %1</source>
        <translation>avec un lien vers %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 à %2</translation>
    </message>
    <message>
        <source>fewer than %1</source>
        <translation>moins de %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>au plus %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>plus de %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>with %1 likes</source>
        <translation>avec %1 mentions «&#xa0;j’aime&#xa0;»</translation>
    </message>
    <message>
        <source>with %1 replies</source>
        <translation>avec %1 réponses</translation>
    </message>
    <message>
        <source>with %1 relays</source>
        <translation>avec %1 relais</translation>
    </message>
    <message>
        <source>by somebody with %1 followers</source>
        <translation>de quelqu’un qui a %1 abonnés</translation>
    </message>
    <message>
        <source>seen by %1 people, or that many may have</source>
        <translation>vues par %1 personnes, ou qui ont pu l’être</translation>
    </message>
    <message>
        <source>with %1 stars of 5</source>
        <translation>avec %1 étoiles sur 5</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis&#xa0;: %1</translation>
    </message>
    <message>
        <source>until %1 included</source>
        <translation>jusque&#xa0;: %1 compris</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a day, a month, a year</comment>
        <translation>datées de&#xa0;: %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <comment>two times</comment>
        <translation>de %1 à %2</translation>
    </message>
    <message numerus="yes">
        <source>of the last %n hour(s)</source>
        <translation>
            <numerusform>de la dernière heure</numerusform>
            <numerusform>des %n dernières heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n week(s)</source>
        <translation>
            <numerusform>de la dernière semaine</numerusform>
            <numerusform>des %n dernières semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n month(s)</source>
        <translation>
            <numerusform>du dernier mois</numerusform>
            <numerusform>des %n derniers mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n day(s)</source>
        <translation>
            <numerusform>du dernier jour</numerusform>
            <numerusform>des %n derniers jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelayRow</name>
    <message>
        <source>joined by hand</source>
        <translation>rattaché à la main</translation>
    </message>
    <message>
        <source>repost</source>
        <translation>repartage</translation>
    </message>
    <message>
        <source>quote without words of its own</source>
        <translation>citation sans mot ajouté</translation>
    </message>
    <message>
        <source>link without words of its own</source>
        <translation>lien sans mot ajouté</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>les mêmes mots</translation>
    </message>
    <message>
        <source>nearly the same words, %1 %</source>
        <translation>presque les mêmes mots, %1&#xa0;%</translation>
    </message>
    <message>
        <source>links to it with words of its own</source>
        <translation>y renvoie avec ses propres mots</translation>
    </message>
    <message>
        <source>unknown author</source>
        <translation>auteur inconnu</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>%1 abonnés</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <comment>screen reader: author, date, how it relays</comment>
        <translation>%1, %2. %3</translation>
    </message>
</context>
<context>
    <name>RelevanceWords</name>
    <message>
        <source>Marked &quot;about us&quot; on %1.</source>
        <translation>Marquée «&#xa0;sur nous&#xa0;» le %1.</translation>
    </message>
    <message>
        <source>Marked &quot;not about us&quot; on %1.</source>
        <translation>Marquée «&#xa0;pas sur nous&#xa0;» le %1.</translation>
    </message>
    <message>
        <source>Marked &quot;about us&quot; by %1 on %2.</source>
        <translation>Marquée «&#xa0;sur nous&#xa0;» par %1 le %2.</translation>
    </message>
    <message>
        <source>Marked &quot;not about us&quot; by %1 on %2.</source>
        <translation>Marquée «&#xa0;pas sur nous&#xa0;» par %1 le %2.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 about us, %4 of %5 not)</source>
        <comment>a word, then marks that hold it</comment>
        <translation>%1 (%2 sur %3 sur nous, %4 sur %5 non)</translation>
    </message>
    <message>
        <source>None of its words were marked twice.</source>
        <translation>Aucun de ses mots ne figure dans deux marques.</translation>
    </message>
    <message>
        <source>What counted: %1.</source>
        <translation>Ce qui a compté&#xa0;: %1.</translation>
    </message>
    <message>
        <source>%1 (between %2 and %3)</source>
        <translation>%1 (entre %2 et %3)</translation>
    </message>
    <message>
        <source>%1 Kept aside, and not counted.</source>
        <translation>%1 Mise de côté, et non comptée.</translation>
    </message>
    <message>
        <source>Kept aside, and not counted: %1 likely about something else (from %2 on).</source>
        <translation>Mise de côté, et non comptée&#xa0;: parle d’autre chose à %1 (à partir de %2).</translation>
    </message>
    <message>
        <source>%1 likely about something else; kept aside from %2 on.</source>
        <translation>Parle d’autre chose à %1&#xa0;; mise de côté à partir de %2.</translation>
    </message>
    <message>
        <source>%1 marked &quot;about us&quot;, %2 &quot;not about us&quot;; relays of one original count once.</source>
        <translation>%1 marquées «&#xa0;sur nous&#xa0;», %2 «&#xa0;pas sur nous&#xa0;»&#xa0;; les relais d’un même original comptent une fois.</translation>
    </message>
    <message>
        <source>It keeps mentions aside by itself from %1 marks of each on; until then only those you marked.</source>
        <translation>Le filtre met de lui-même de côté à partir de %1 marques de chaque sorte&#xa0;; jusque-là, seulement celles que vous avez marquées.</translation>
    </message>
    <message>
        <source>It is switched off: only the mentions you marked are kept aside.</source>
        <translation>Il est éteint&#xa0;: seules les mentions que vous avez marquées sont mises de côté.</translation>
    </message>
    <message>
        <source>%1 kept aside, %2 of them by hand. They are not counted.</source>
        <translation>%1 mises de côté, dont %2 à la main. Elles ne sont pas comptées.</translation>
    </message>
    <message>
        <source>Judged anew so far: %1.</source>
        <translation>Rejugé jusqu’ici&#xa0;: %1.</translation>
    </message>
    <message>
        <source>How good it is, is not measured: that takes %1 marks, and there are %2.</source>
        <translation>Sa qualité n’est pas mesurée&#xa0;: il y faut %1 marques, et il y en a %2.</translation>
    </message>
    <message>
        <source>On your own marks, each judged by all the others: of what is about us it would lose %1; of what is not it would catch %2.</source>
        <translation>Sur vos propres marques, chacune jugée d’après toutes les autres&#xa0;: de ce qui est sur nous il perdrait %1&#xa0;; de ce qui ne l’est pas il écarterait %2.</translation>
    </message>
    <message>
        <source>author %1</source>
        <translation>auteur %1</translation>
    </message>
    <message>
        <source>network %1</source>
        <translation>réseau %1</translation>
    </message>
    <message>
        <source>unknown language</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <comment>a word that counted</comment>
        <translation>«&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Repeats</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>tous les jours</numerusform>
            <numerusform>tous les %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>toutes les semaines</numerusform>
            <numerusform>toutes les %n semaines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>tous les mois</numerusform>
            <numerusform>tous les %n mois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>tous les ans</numerusform>
            <numerusform>tous les %n ans</numerusform>
        </translation>
    </message>
    <message>
        <source>first</source>
        <comment>weekday of a month</comment>
        <translation>le premier</translation>
    </message>
    <message>
        <source>second</source>
        <comment>weekday of a month</comment>
        <translation>le deuxième</translation>
    </message>
    <message>
        <source>third</source>
        <comment>weekday of a month</comment>
        <translation>le troisième</translation>
    </message>
    <message>
        <source>fourth</source>
        <comment>weekday of a month</comment>
        <translation>le quatrième</translation>
    </message>
    <message>
        <source>last</source>
        <comment>weekday of a month</comment>
        <translation>le dernier</translation>
    </message>
    <message>
        <source>by the rule %1</source>
        <translation>selon la règle %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>first Tuesday</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>every two weeks on Tuesday</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n fois</numerusform>
            <numerusform>%1, %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, jusqu’au %2</translation>
    </message>
</context>
<context>
    <name>ReplyLength</name>
    <message>
        <source>Why %1?</source>
        <translation>Pourquoi %1&#xa0;?</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Texte&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s): %1</source>
        <translation>
            <numerusform>%n lien&#xa0;: %1</numerusform>
            <numerusform>%n liens&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s): %1</source>
        <translation>
            <numerusform>%n mention&#xa0;: %1</numerusform>
            <numerusform>%n mentions&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>This network counts %n character(s) for any link.</source>
        <translation>
            <numerusform>Ce réseau compte %n caractère pour tout lien.</numerusform>
            <numerusform>Ce réseau compte %n caractères pour tout lien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation>
            <numerusform>%n caractère de trop.</numerusform>
            <numerusform>%n caractères de trop.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is put before your text, so that the answer reaches them.</source>
        <translation>%1 est placé devant votre texte, pour que la réponse lui parvienne.</translation>
    </message>
    <message>
        <source>Counted in bytes: accents and emoji take several.</source>
        <translation>Compté en octets&#xa0;: les accents et les émojis en prennent plusieurs.</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) too many.</source>
        <translation>
            <numerusform>%n octet de trop.</numerusform>
            <numerusform>%n octets de trop.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: counts %2 instead of %3</source>
        <comment>a link or a mention, and how long it is</comment>
        <translation>%1&#xa0;: compte %2 au lieu de %3</translation>
    </message>
    <message>
        <source>%1: %2 times, counts %3</source>
        <comment>an emoji</comment>
        <translation>%1&#xa0;: %2 fois, compte %3</translation>
    </message>
    <message>
        <source>%1: counts %2</source>
        <comment>an emoji, and how long it is</comment>
        <translation>%1&#xa0;: compte %2</translation>
    </message>
    <message>
        <source>%1 letters such as %2: count %3</source>
        <translation>%1 lettres comme %2&#xa0;: comptent %3</translation>
    </message>
</context>
<context>
    <name>ReportCommands</name>
    <message>
        <source>Make a report...</source>
        <translation>Faire un rapport...</translation>
    </message>
    <message>
        <source>Reports made by themselves...</source>
        <translation>Rapports automatiques...</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>One line</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>Une page</translation>
    </message>
    <message>
        <source>A page and its annex</source>
        <translation>Une page et son annexe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Each %1 at %2</source>
        <translation>Chaque %1 à %2</translation>
    </message>
    <message>
        <source>Day %1 of each month at %2</source>
        <translation>Le %1 de chaque mois à %2</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenus</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>a mention arrives</source>
        <translation>une mention arrive</translation>
    </message>
    <message>
        <source>a ticket changes</source>
        <translation>un ticket change</translation>
    </message>
    <message>
        <source>a ticket becomes late</source>
        <translation>un ticket prend du retard</translation>
    </message>
    <message>
        <source>every day at a time</source>
        <translation>chaque jour à une heure</translation>
    </message>
    <message>
        <source>put the tag</source>
        <translation>poser l’étiquette</translation>
    </message>
    <message>
        <source>take off the tag</source>
        <translation>retirer l’étiquette</translation>
    </message>
    <message>
        <source>assign to</source>
        <translation>attribuer à</translation>
    </message>
    <message>
        <source>set the state</source>
        <translation>mettre l’état</translation>
    </message>
    <message>
        <source>snooze, for hours</source>
        <translation>mettre en veille, en heures</translation>
    </message>
    <message>
        <source>add points to the score</source>
        <translation>ajouter des points au score</translation>
    </message>
    <message>
        <source>send to the inbox</source>
        <translation>envoyer à la boîte</translation>
    </message>
    <message>
        <source>keep a note</source>
        <translation>garder une note</translation>
    </message>
    <message>
        <source>begin an answer as a draft</source>
        <translation>commencer une réponse en brouillon</translation>
    </message>
    <message>
        <source>answer by the outbox, after minutes</source>
        <translation>répondre par la boîte d’envoi, après des minutes</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>étiquette %1</translation>
    </message>
    <message>
        <source>no tag %1</source>
        <translation>sans étiquette %1</translation>
    </message>
    <message>
        <source>without an owner</source>
        <translation>sans responsable</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>assigned to somebody</comment>
        <translation>à %1</translation>
    </message>
    <message numerus="yes">
        <source>snoozed for %n hour(s)</source>
        <translation>
            <numerusform>en veille %n heure</numerusform>
            <numerusform>en veille %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>to the inbox</source>
        <translation>à la boîte</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>une note</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>un brouillon</translation>
    </message>
    <message numerus="yes">
        <source>an answer after %n minute(s)</source>
        <translation>
            <numerusform>une réponse après %n minute</numerusform>
            <numerusform>une réponse après %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>tag</source>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>responsable</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>snoozed until</source>
        <translation>en veille jusqu’à</translation>
    </message>
    <message>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <source>inbox</source>
        <translation>boîte</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>done</source>
        <comment>what became of a rule&apos;s run</comment>
        <translation>fait</translation>
    </message>
    <message>
        <source>stopped: too many changes at once</source>
        <translation>arrêtée&#xa0;: trop de changements à la fois</translation>
    </message>
    <message>
        <source>could not run</source>
        <translation>n’a pas pu agir</translation>
    </message>
    <message>
        <source>pass on to a service, after minutes</source>
        <translation>transmettre à un service, après des minutes</translation>
    </message>
    <message numerus="yes">
        <source>passed on to a service after %n minute(s)</source>
        <translation>
            <numerusform>transmis à un service après %n minute</numerusform>
            <numerusform>transmis à un service après %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>question to a service</source>
        <translation>question à un service</translation>
    </message>
</context>
<context>
    <name>ScopeFields</name>
    <message>
        <source>▲ positive</source>
        <translation>▲ positive</translation>
    </message>
    <message>
        <source>▼ negative</source>
        <translation>▼ négative</translation>
    </message>
    <message>
        <source>● neutral</source>
        <translation>● neutre</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>everything collected</source>
        <translation>tout ce qui est collecté</translation>
    </message>
    <message>
        <source>without relays</source>
        <translation>sans les relais</translation>
    </message>
</context>
<context>
    <name>TableFile</name>
    <message>
        <source>Save as a table</source>
        <translation>Enregistrer en tableau</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Nothing is promised.</source>
        <translation>Rien n’est promis.</translation>
    </message>
    <message>
        <source>Late by %1 of opening hours.</source>
        <translation>En retard de %1 d’heures d’ouverture.</translation>
    </message>
    <message>
        <source>%1 of opening hours left.</source>
        <translation>Il reste %1 d’heures d’ouverture.</translation>
    </message>
    <message>
        <source>The clock stands still: the member has the word, or the conversation is snoozed.</source>
        <translation>Le compteur est arrêté&#xa0;: la parole est au membre, ou la conversation est en veille.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <comment>a promise</comment>
        <translation>Tenu.</translation>
    </message>
    <message>
        <source>Missed.</source>
        <comment>a promise</comment>
        <translation>Manqué.</translation>
    </message>
    <message>
        <source>Nothing was promised.</source>
        <translation>Rien n’était promis.</translation>
    </message>
    <message>
        <source>Closed without an answer: neither kept nor missed.</source>
        <translation>Fermée sans réponse&#xa0;: ni tenu ni manqué.</translation>
    </message>
    <message>
        <source>Ignored: neither kept nor missed.</source>
        <translation>Ignorée&#xa0;: ni tenu ni manqué.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: first answer, %2: Kept.</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>Depuis le %1.</translation>
    </message>
    <message>
        <source>Promised: %1 by &quot;%2&quot;, in the hours of &quot;%3&quot; (version %4, %5).</source>
        <translation>Promis&#xa0;: %1 par «&#xa0;%2&#xa0;», aux heures de «&#xa0;%3&#xa0;» (version %4, %5).</translation>
    </message>
    <message>
        <source>Since %1, due %2.</source>
        <translation>Depuis le %1, à rendre le %2.</translation>
    </message>
    <message>
        <source>counted: %1 to %2 (%3)</source>
        <comment>a stretch of time</comment>
        <translation>compté&#xa0;: du %1 à %2 (%3)</translation>
    </message>
    <message>
        <source>Nothing was counted so far.</source>
        <translation>Rien n’a encore été compté.</translation>
    </message>
    <message>
        <source>Together %1.</source>
        <translation>En tout %1.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>%1 a day, %2 a holiday, %3 hours or closed</comment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>The answer is dated before its question: it counts as given at once.</source>
        <translation>La réponse est datée d’avant sa question&#xa0;: elle compte comme donnée aussitôt.</translation>
    </message>
    <message>
        <source>other hours</source>
        <comment>a day that is not as usual</comment>
        <translation>autres heures</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>opening hours: 09:00 to 18:00</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a day without opening hours</comment>
        <translation>fermé</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>format of a day</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Vigie workspaces (*.vigie)</source>
        <translation>Espaces de travail Vigie (*.vigie)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Back up the workspace</source>
        <translation>Sauvegarder l’espace de travail</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Sauvegardé dans %1</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Restored. The workspace as it was is kept beside it.</source>
        <translation>Restauré. L’espace tel qu’il était est gardé à côté.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Ouvrir un espace de travail</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Rien de nouveau</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Montrer les touches</translation>
    </message>
    <message>
        <source>Read all networks now</source>
        <translation>Lire tous les réseaux maintenant</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Passer du clair au sombre</translation>
    </message>
    <message>
        <source>Switch between English and French</source>
        <translation>Passer de l’anglais au français</translation>
    </message>
    <message>
        <source>Open your own workspace</source>
        <translation>Ouvrir votre espace de travail</translation>
    </message>
    <message>
        <source>Open another workspace...</source>
        <translation>Ouvrir un autre espace de travail...</translation>
    </message>
    <message>
        <source>Open the practice workspace</source>
        <translation>Ouvrir l’espace d’entraînement</translation>
    </message>
    <message>
        <source>Back up the workspace...</source>
        <translation>Sauvegarder l’espace de travail...</translation>
    </message>
    <message>
        <source>Restore a backup...</source>
        <translation>Restaurer une sauvegarde...</translation>
    </message>
    <message>
        <source>Quit Vigie</source>
        <translation>Quitter Vigie</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation>Afficher les alertes</translation>
    </message>
    <message>
        <source>Relays are not counted any more: in columns, trends, alerts, figures and searches.</source>
        <translation>Les relais ne comptent plus&#xa0;: colonnes, tendances, alertes, chiffres et recherches.</translation>
    </message>
    <message>
        <source>Relays are counted again, everywhere.</source>
        <translation>Les relais comptent de nouveau, partout.</translation>
    </message>
    <message>
        <source>Count without relays, everywhere</source>
        <translation>Compter sans les relais, partout</translation>
    </message>
    <message>
        <source>Count with relays, everywhere</source>
        <translation>Compter avec les relais, partout</translation>
    </message>
    <message>
        <source>Text at %1</source>
        <translation>Texte à %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Text at its normal size</source>
        <translation>Texte à sa taille normale</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>to come</source>
        <comment>a day of a series</comment>
        <translation>à venir</translation>
    </message>
    <message>
        <source>in the calendar</source>
        <comment>a day of a series</comment>
        <translation>au calendrier</translation>
    </message>
    <message>
        <source>sent or being sent</source>
        <comment>a day of a series</comment>
        <translation>envoyée ou en cours d’envoi</translation>
    </message>
    <message>
        <source>left out</source>
        <comment>a day of a series</comment>
        <translation>laissée de côté</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AbilityView</name>
    <message>
        <source>What Vigie can do there</source>
        <translation>Ce que Vigie peut y faire</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Rien.</translation>
    </message>
    <message>
        <source>What it cannot do there</source>
        <translation>Ce qu’elle ne peut pas y faire</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AccountCard</name>
    <message numerus="yes">
        <source>%n gap(s) - read again</source>
        <translation>
            <numerusform>%n trou - relire</numerusform>
            <numerusform>%n trous - relire</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AccountDetails</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The server runs %1.</source>
        <translation>Le serveur fait tourner %1.</translation>
    </message>
    <message>
        <source>Connected on %1</source>
        <translation>Connecté le %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>It may be at an address of a private network.</source>
        <translation>Il peut être à une adresse d’un réseau privé.</translation>
    </message>
    <message>
        <source>How it is</source>
        <translation>Comment il va</translation>
    </message>
    <message>
        <source>What the network&apos;s terms ask</source>
        <translation>Ce que demandent les conditions du réseau</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AccountsPanel</name>
    <message>
        <source>Connected. Its history is being read now.</source>
        <translation>Connecté. Son historique est en cours de lecture.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Import mentions from a file</source>
        <translation>Importer des mentions d’un fichier</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>Compte suivant</translation>
    </message>
    <message>
        <source>Previous account</source>
        <translation>Compte précédent</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Read it now</source>
        <translation>Lire maintenant</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Read the gaps again</source>
        <translation>Relire les trous</translation>
    </message>
    <message>
        <source>Change what is listened to</source>
        <translation>Changer ce qui est écouté</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Remove the account...</source>
        <translation>Retirer le compte...</translation>
    </message>
    <message>
        <source>Paused: nothing is read from or sent by %1.</source>
        <translation>En pause&#xa0;: rien n’est lu ni envoyé par %1.</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>essai</translation>
    </message>
    <message>
        <source>The connection works: the network knows you as @%1.</source>
        <translation>La connexion marche&#xa0;: le réseau vous connaît comme @%1.</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the gaps</source>
        <translation>relecture des trous</translation>
    </message>
    <message numerus="yes">
        <source>The gaps were asked for again: %Ln new mention(s). What the network no longer gives stays marked.</source>
        <translation>
            <numerusform>Les trous ont été redemandés&#xa0;: %Ln nouvelle mention. Ce que le réseau ne donne plus reste marqué.</numerusform>
            <numerusform>Les trous ont été redemandés&#xa0;: %Ln nouvelles mentions. Ce que le réseau ne donne plus reste marqué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Retirer le compte</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Retirer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Vigie forgets the sign-in and stops reading. Everything collected and every answer given stays.</source>
        <translation>Vigie oublie la connexion et cesse de lire. Tout ce qui a été collecté et répondu reste.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>%1 was removed. Its history stays.</source>
        <translation>%1 a été retiré. Son historique reste.</translation>
    </message>
    <message>
        <source>The token could not be revoked at %1; revoke it in the network&apos;s settings.</source>
        <translation>Le jeton n’a pas pu être révoqué chez %1&#x202f;; révoquez-le dans les réglages du réseau.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>Connect a network and Vigie collects what is said to you and about you, and answers in your name.</source>
        <translation>Connectez un réseau&#xa0;: Vigie collecte ce qu’on vous dit et ce qu’on dit de vous, et répond en votre nom.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Courrier</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ActionDialog</name>
    <message>
        <source>What was done to move it</source>
        <translation>Ce qui a été fait pour le faire bouger</translation>
    </message>
    <message>
        <source>A campaign, an event or an answer; or an action of its own with its day.</source>
        <translation>Une campagne, un événement ou une réponse&#x202f;; ou une action à part avec son jour.</translation>
    </message>
    <message>
        <source>Campaigns, events and answers</source>
        <translation>Campagnes, événements et réponses</translation>
    </message>
    <message>
        <source>An action of its own</source>
        <translation>Une action à part</translation>
    </message>
    <message>
        <source>Day of the action</source>
        <translation>Jour de l’action</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Rattacher</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>kind of action, its name, its day</comment>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
    <message>
        <source>Nothing is linked: choose one of the list, or write an action of its own.</source>
        <translation>Rien n’est rattaché&#xa0;: choisissez dans la liste ou écrivez une action à part.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AddAccountForm</name>
    <message>
        <source>Checking the code...</source>
        <translation>Vérification du code...</translation>
    </message>
    <message>
        <source>Looking at the address...</source>
        <translation>Lecture de l’adresse...</translation>
    </message>
    <message>
        <source>Asking the server who this is...</source>
        <translation>On demande au serveur qui vous êtes...</translation>
    </message>
    <message>
        <source>Asking the server...</source>
        <translation>On interroge le serveur...</translation>
    </message>
    <message>
        <source>Allow Vigie in your browser, then paste the code it shows.</source>
        <translation>Autorisez Vigie dans votre navigateur, puis collez le code affiché.</translation>
    </message>
    <message>
        <source>Allow Vigie in your browser; this page goes on by itself.</source>
        <translation>Autorisez Vigie dans votre navigateur&#xa0;; la suite se fait d’elle-même.</translation>
    </message>
    <message>
        <source>No browser could be opened. Open this address yourself:</source>
        <translation>Aucun navigateur n’a pu être ouvert. Ouvrez vous-même cette adresse&#xa0;:</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Asking the network for a code...</source>
        <translation>Demande d’un code au réseau…</translation>
    </message>
    <message>
        <source>The network waits for this code.</source>
        <translation>Le réseau attend ce code.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Connecté.</translation>
    </message>
    <message>
        <source>Reading the key file...</source>
        <translation>Lecture du fichier de clé...</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AddTileDialog</name>
    <message>
        <source>Add to the page</source>
        <translation>Ajouter à la page</translation>
    </message>
    <message>
        <source>Search figures and charts</source>
        <translation>Chercher un chiffre ou un graphique</translation>
    </message>
    <message>
        <source>Figures and charts</source>
        <translation>Chiffres et graphiques</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tile, its kind</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AfterDialog</name>
    <message>
        <source>not given</source>
        <comment>a count</comment>
        <translation>non donné</translation>
    </message>
    <message>
        <source>%1, less than before</source>
        <comment>a count</comment>
        <translation>%1, moins qu’avant</translation>
    </message>
    <message>
        <source>; read %1</source>
        <comment>a time</comment>
        <translation>&#x202f;; lu le %1</translation>
    </message>
    <message>
        <source>Read an hour, six hours, a day, three days, a week and thirty days after it was published, then every week, and kept for ever. An arrow marks what went down. A count that is not there says why; it is never counted as 0.</source>
        <translation>Lu une heure, six heures, un jour, trois jours, une semaine et trente jours après la publication, puis chaque semaine, et gardé pour toujours. Une flèche marque ce qui a baissé. Un compte absent dit pourquoi&#x202f;; il ne vaut jamais 0.</translation>
    </message>
    <message>
        <source>What became of the post</source>
        <translation>Ce que la publication est devenue</translation>
    </message>
    <message>
        <source>Nothing was read yet</source>
        <translation>Rien n’a encore été lu</translation>
    </message>
    <message>
        <source>The first counts are read an hour after a post was published.</source>
        <translation>Les premiers comptes sont lus une heure après la publication.</translation>
    </message>
    <message>
        <source>Save as a table...</source>
        <translation>Enregistrer comme tableau…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a count, what it means</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AfterSection</name>
    <message>
        <source>No count yet; the next one is read %1.</source>
        <comment>a time</comment>
        <translation>Pas encore de compte&#x202f;; le prochain sera lu %1.</translation>
    </message>
    <message>
        <source>No count was read before it was gone.</source>
        <translation>Aucun compte n’a été lu avant sa disparition.</translation>
    </message>
    <message>
        <source>Read next %1.</source>
        <comment>a time</comment>
        <translation>Prochaine lecture&#xa0;: %1.</translation>
    </message>
    <message>
        <source>At equal age</source>
        <translation>À âge égal</translation>
    </message>
    <message>
        <source>All counts...</source>
        <translation>Tous les comptes…</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AgainPane</name>
    <message numerus="yes">
        <source>These texts brought clearly more than is usual for their account, name no day, hour or price, and were not said or planned for %n day(s). Enter makes a draft of the chosen one.</source>
        <translation>
            <numerusform>Ces textes ont rapporté nettement plus que d’habitude pour leur compte, ne nomment ni jour, ni heure, ni prix, et n’ont été ni dits ni planifiés depuis %n jour. Entrée fait un brouillon de celui qui est choisi.</numerusform>
            <numerusform>Ces textes ont rapporté nettement plus que d’habitude pour leur compte, ne nomment ni jour, ni heure, ni prix, et n’ont été ni dits ni planifiés depuis %n jours. Entrée fait un brouillon de celui qui est choisi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Said last</source>
        <translation>Dit pour la dernière fois</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Texts that could be said again</source>
        <translation>Textes qu’on pourrait redire</translation>
    </message>
    <message>
        <source>Nothing to say again yet</source>
        <translation>Rien à redire pour l’instant</translation>
    </message>
    <message>
        <source>It takes twenty posts of an account with counts of a week, one of them well above the others and a month old.</source>
        <translation>Il faut vingt publications d’un compte avec leurs comptes d’une semaine, dont une bien au-dessus des autres et vieille d’un mois.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions, %2 times the usual %3 (of %n post(s)); names no day</source>
        <translation>
            <numerusform>%1 réactions, %2 fois l’habituel de %3 (sur %n publication)&#x202f;; ne nomme aucun jour</numerusform>
            <numerusform>%1 réactions, %2 fois l’habituel de %3 (sur %n publications)&#x202f;; ne nomme aucun jour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AgendaModel</name>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>planned in the zone %1</source>
        <translation>planifié dans le fuseau %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AgendaView</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AlertCard</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>vu pour la dernière fois %1</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Ouvrir la boîte de réception</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Ouvrir le compte</translation>
    </message>
    <message>
        <source>Show what caused it</source>
        <translation>Voir ce qui l’a causée</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Mute for a day</source>
        <translation>En sourdine un jour</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>button, alert</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>put off</comment>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Remettre dans la liste</translation>
    </message>
    <message>
        <source>Snooze...</source>
        <translation>Plus tard...</translation>
    </message>
    <message>
        <source>Let it ring again</source>
        <translation>La laisser sonner</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AlertNotifier</name>
    <message numerus="yes">
        <source>%Ln alert(s) to look at</source>
        <translation>
            <numerusform>%Ln alerte à regarder</numerusform>
            <numerusform>%Ln alertes à regarder</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show what caused it</source>
        <translation>Voir ce qui l’a causée</translation>
    </message>
    <message>
        <source>Mute for a day</source>
        <translation>En sourdine un jour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AlertsPanel</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next alert</source>
        <translation>Alerte suivante</translation>
    </message>
    <message>
        <source>Previous alert</source>
        <translation>Alerte précédente</translation>
    </message>
    <message>
        <source>Show what caused it</source>
        <translation>Voir ce qui l’a causée</translation>
    </message>
    <message>
        <source>Done with this alert</source>
        <translation>En finir avec cette alerte</translation>
    </message>
    <message>
        <source>Mute its rule for a day</source>
        <translation>Mettre sa règle en sourdine un jour</translation>
    </message>
    <message>
        <source>Alert rules and quiet hours</source>
        <translation>Règles d’alerte et heures calmes</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>muted until %1</source>
        <translation>en sourdine jusqu’au %1</translation>
    </message>
    <message>
        <source>in quiet hours as well</source>
        <translation>même aux heures calmes</translation>
    </message>
    <message>
        <source>Change the rule: %1</source>
        <translation>Modifier la règle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistrée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Retirée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Rules and quiet hours</source>
        <translation>Règles et heures calmes</translation>
    </message>
    <message>
        <source>Add a rule...</source>
        <translation>Ajouter une règle...</translation>
    </message>
    <message>
        <source>Nothing out of the ordinary</source>
        <translation>Rien d’inhabituel</translation>
    </message>
    <message>
        <source>When more is said than usual, when the tone turns, when somebody with an audience speaks or a source falls silent, it stands here with what is usual.</source>
        <translation>Quand on parle plus que d’ordinaire, que le ton change, que quelqu’un de suivi s’exprime ou qu’une source se tait, c’est écrit ici, avec l’ordinaire en regard.</translation>
    </message>
    <message>
        <source>Snooze this alert...</source>
        <translation>Remettre cette alerte à plus tard...</translation>
    </message>
    <message>
        <source>Show done and snoozed alerts too</source>
        <translation>Montrer aussi les alertes terminées et remises à plus tard</translation>
    </message>
    <message>
        <source>Add an alert rule</source>
        <translation>Ajouter une règle d’alerte</translation>
    </message>
    <message>
        <source>Take back the last action</source>
        <translation>Reprendre la dernière action</translation>
    </message>
    <message>
        <source>That time has passed.</source>
        <translation>Ce moment est passé.</translation>
    </message>
    <message>
        <source>Done and snoozed too</source>
        <translation>Aussi terminées et différées</translation>
    </message>
    <message>
        <source>Notices of alerts appear</source>
        <translation>Les alertes sont signalées</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswerDialog</name>
    <message>
        <source>Write down an answer</source>
        <translation>Noter une réponse</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Qui a répondu</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Paste or type what was said; it becomes a note on the ticket</source>
        <translation>Collez ou tapez ce qui a été dit&#xa0;; cela devient une note du ticket</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Garder la réponse</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswerEditor</name>
    <message>
        <source>It needs a keyword.</source>
        <translation>Il lui faut un mot-clé.</translation>
    </message>
    <message>
        <source>It needs a text, in French or in English.</source>
        <translation>Il lui faut un texte, en français ou en anglais.</translation>
    </message>
    <message>
        <source>A day is written like 2026-05-03.</source>
        <translation>Un jour s’écrit 2026-05-03.</translation>
    </message>
    <message>
        <source>Its validity ends before it begins.</source>
        <translation>Sa validité finit avant de commencer.</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Question it answers</source>
        <translation>Question à laquelle elle répond</translation>
    </message>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>En anglais</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable du</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Service that knows</source>
        <translation>Service qui sait</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>2026-05-03, or empty</source>
        <translation>2026-05-03, ou vide</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
    <message>
        <source>{{a name}} in a text is a variable: what has no value keeps the reply from leaving.</source>
        <translation>{{un nom}} dans un texte est une variable&#xa0;: tant qu’elle n’a pas de valeur, la réponse ne part pas.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswerFiles</name>
    <message>
        <source>Open an answer</source>
        <translation>Ouvrir une réponse</translation>
    </message>
    <message>
        <source>There is no mail that can be read in %1</source>
        <translation>Aucun courriel lisible dans %1</translation>
    </message>
    <message>
        <source>This mail names no question of ours, and no question waits for an answer.</source>
        <translation>Ce courriel ne nomme aucune de nos questions, et aucune question n’attend de réponse.</translation>
    </message>
    <message>
        <source>Which question does &quot;%1&quot; answer?</source>
        <translation>À quelle question répond «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Type words of the question</source>
        <translation>Tapez des mots de la question</translation>
    </message>
    <message>
        <source>This answer of %1 was here already.</source>
        <translation>Cette réponse de %1 était déjà là.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>An automatic answer of %1 was kept; the question stays open.</source>
        <translation>Une réponse automatique de %1 a été gardée&#xa0;; la question reste ouverte.</translation>
    </message>
    <message>
        <source>The answer of %1 lies on its ticket.</source>
        <translation>La réponse de %1 est sur son ticket.</translation>
    </message>
    <message>
        <source>Saved mails</source>
        <translation>Courriels enregistrés</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswerHelper</name>
    <message>
        <source>No reply was sent in this conversation yet: there is nothing to keep.</source>
        <translation>Aucune réponse n’a encore été envoyée dans cette conversation&#xa0;: il n’y a rien à garder.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswerPicker</name>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Keyword, or words of the question</source>
        <translation>Mot-clé, ou mots de la question</translation>
    </message>
    <message>
        <source>Find an answer</source>
        <translation>Trouver une réponse</translation>
    </message>
    <message>
        <source>Answers of the library, then past answers</source>
        <translation>Réponses de la bibliothèque, puis réponses passées</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Enter puts it in, Tab changes the language, Ctrl+O opens it on the network, Ctrl+L opens the library, Esc closes</source>
        <translation>Entrée l’insère, Tab change la langue, Ctrl+O l’ouvre sur le réseau, Ctrl+L ouvre la bibliothèque, Échap ferme</translation>
    </message>
    <message>
        <source>The library is empty yet: Ctrl+L opens it.</source>
        <translation>La bibliothèque est encore vide&#xa0;: Ctrl+L l’ouvre.</translation>
    </message>
    <message>
        <source>No answer of the library is like that.</source>
        <translation>Aucune réponse de la bibliothèque ne correspond.</translation>
    </message>
    <message>
        <source>Said before to messages like this one</source>
        <translation>Déjà dit à des messages comme celui-ci</translation>
    </message>
    <message>
        <source>Nothing like this message was answered before.</source>
        <translation>Rien de semblable à ce message n’a encore reçu de réponse.</translation>
    </message>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>En anglais</translation>
    </message>
    <message>
        <source>There is no other language</source>
        <translation>Il n’y a pas d’autre langue</translation>
    </message>
    <message>
        <source>To be filled in: %1</source>
        <translation>À remplir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Said on %1</source>
        <translation>Dit le %1</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <comment>a share in percent</comment>
        <translation>semblable à %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswersModel</name>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Given</source>
        <comment>how often an answer was given</comment>
        <translation>Donnée</translation>
    </message>
    <message>
        <source>Last</source>
        <comment>when an answer was last given</comment>
        <translation>Dernière</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>À revoir</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswersPanel</name>
    <message>
        <source>Show the library of answers</source>
        <translation>Afficher la bibliothèque de réponses</translation>
    </message>
    <message>
        <source>New answer...</source>
        <translation>Nouvelle réponse...</translation>
    </message>
    <message>
        <source>Keep the changes</source>
        <translation>Garder les modifications</translation>
    </message>
    <message>
        <source>Take out of the library</source>
        <translation>Retirer de la bibliothèque</translation>
    </message>
    <message>
        <source>Import a CSV file...</source>
        <translation>Importer un fichier CSV...</translation>
    </message>
    <message>
        <source>Export as a CSV file...</source>
        <translation>Exporter en fichier CSV...</translation>
    </message>
    <message>
        <source>Find an answer</source>
        <translation>Trouver une réponse</translation>
    </message>
    <message>
        <source>Go to the list of answers</source>
        <translation>Aller à la liste des réponses</translation>
    </message>
    <message>
        <source>Back to the inbox</source>
        <translation>Retour à la boîte</translation>
    </message>
    <message>
        <source>The chosen answer</source>
        <translation>La réponse choisie</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Where it was given</source>
        <translation>Où elle a été donnée</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Enter opens the reply on the network, or its conversation</source>
        <translation>Entrée ouvre la réponse sur le réseau, ou sa conversation</translation>
    </message>
    <message>
        <source>Enter takes the text of that version up again</source>
        <translation>Entrée reprend le texte de cette version</translation>
    </message>
    <message>
        <source>Keyword, or words of the question</source>
        <translation>Mot-clé, ou mots de la question</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>No longer valid, not yet valid, ending soon, or untouched for a year</source>
        <translation>Plus valable, pas encore valable, bientôt finie, ou sans changement depuis un an</translation>
    </message>
    <message>
        <source>Library of answers</source>
        <translation>Bibliothèque de réponses</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>La bibliothèque est vide</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>Essayez avec moins de mots.</translation>
    </message>
    <message>
        <source>Write the first answer, import a CSV file, or keep a reply of the inbox as an answer. In the inbox, &quot;;&quot; opens the library.</source>
        <translation>Écrivez la première réponse, importez un fichier CSV, ou gardez une réponse de la boîte. Dans la boîte, «&#xa0;;&#xa0;» ouvre la bibliothèque.</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>Nouvelle réponse</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln réponse</numerusform>
            <numerusform>%Ln réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>It has not been given yet.</source>
        <translation>Elle n’a pas encore été donnée.</translation>
    </message>
    <message>
        <source>Kept as a new version.</source>
        <translation>Gardée comme nouvelle version.</translation>
    </message>
    <message>
        <source>Taken out of the library</source>
        <translation>Retirée de la bibliothèque</translation>
    </message>
    <message>
        <source>Import answers</source>
        <translation>Importer des réponses</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tableaux (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export the library</source>
        <translation>Exporter la bibliothèque</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>answers-%1.csv</source>
        <comment>name of a file</comment>
        <translation>reponses-%1.csv</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 n’a pas pu être écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) in %1</source>
        <translation>
            <numerusform>%Ln réponse dans %1</numerusform>
            <numerusform>%Ln réponses dans %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ApprovalSection</name>
    <message>
        <source>These changes are not agreed to yet: whoever agrees is asked again when they are planned.</source>
        <translation>Ces changements n’ont pas encore d’accord&#xa0;: il sera redemandé quand ils seront planifiés.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, when: note</comment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>The post was changed meanwhile, so nothing was agreed to. Read it again.</source>
        <translation>La publication a changé entre-temps&#xa0;: aucun accord n’a été donné. Relisez-la.</translation>
    </message>
    <message>
        <source>You asked for this yourself: somebody else must agree.</source>
        <translation>Vous l’avez demandé vous-même&#xa0;: l’accord doit venir d’une autre personne.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>A note for colleagues, what to change, or why it cannot wait</source>
        <translation>Une note pour les collègues, ce qui est à changer, ou pourquoi cela ne peut attendre</translation>
    </message>
    <message>
        <source>Words for colleagues; they are never published</source>
        <translation>Mots pour les collègues&#x202f;; ils ne sont jamais publiés</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Donner mon accord</translation>
    </message>
    <message>
        <source>To exactly these words, files and accounts: a change asks again</source>
        <translation>Pour exactement ces mots, fichiers et comptes&#xa0;: tout changement redemande l’accord</translation>
    </message>
    <message>
        <source>Ask for a change</source>
        <translation>Demander un changement</translation>
    </message>
    <message>
        <source>The post is a draft again, with these words beside it</source>
        <translation>La publication redevient un brouillon, avec ces mots à côté</translation>
    </message>
    <message>
        <source>Note for colleagues</source>
        <translation>Note pour les collègues</translation>
    </message>
    <message>
        <source>Stays inside, whatever becomes of the post</source>
        <translation>Reste interne, quoi que devienne la publication</translation>
    </message>
    <message>
        <source>Publish without agreement</source>
        <translation>Publier sans accord</translation>
    </message>
    <message>
        <source>An emergency: the reason goes on record</source>
        <translation>Une urgence&#xa0;: la raison est inscrite au journal</translation>
    </message>
    <message>
        <source>Ask somebody without Vigie...</source>
        <translation>Demander à quelqu’un sans Vigie...</translation>
    </message>
    <message>
        <source>Versions...</source>
        <translation>Versions...</translation>
    </message>
    <message>
        <source>What differs between any two versions, and who said what</source>
        <translation>Ce qui diffère entre deux versions, et qui a dit quoi</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ArticleEditor</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Title in French</source>
        <translation>Titre en français</translation>
    </message>
    <message>
        <source>Text in French</source>
        <translation>Texte en français</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>Titre en anglais</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>Texte en anglais</translation>
    </message>
    <message>
        <source>We moderate by this article: it is offered as a reason, and stands on the information sheet</source>
        <translation>Cet article sert à modérer&#xa0;: il est proposé comme motif et figure sur la fiche d&apos;information</translation>
    </message>
    <message>
        <source>What is marked while somebody writes</source>
        <translation>Ce qui est signalé pendant que l&apos;on écrit</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Ajouter un contrôle</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AskDialog</name>
    <message>
        <source>Ask somebody without Vigie</source>
        <translation>Demander à quelqu’un sans Vigie</translation>
    </message>
    <message>
        <source>They get a page that shows the post and has a code for exactly these words. Their answer by mail is taken in by itself; an answer in a file is opened with &quot;Take in an answer&quot;.</source>
        <translation>Cette personne reçoit une page qui montre la publication et porte un code pour exactement ces mots. Sa réponse par courriel est prise en compte d’elle-même&#x202f;; une réponse dans un fichier s’ouvre avec «&#xa0;Prendre une réponse&#xa0;».</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>Language of the page</source>
        <translation>Langue de la page</translation>
    </message>
    <message>
        <source>Send by mail</source>
        <translation>Envoyer par courriel</translation>
    </message>
    <message>
        <source>Save the page...</source>
        <translation>Enregistrer la page...</translation>
    </message>
    <message>
        <source>There is no mail account yet, so nothing was sent. Add one in the settings, or save the page as a file.</source>
        <translation>Il n’y a pas encore de compte de courriel&#xa0;: rien n’a été envoyé. Ajoutez-en un dans les réglages, ou enregistrez la page dans un fichier.</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Enregistrer la page</translation>
    </message>
</context>
<context>
    <name>vigie::ui::AssetEditor</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Alternative text, French</source>
        <translation>Texte alternatif, français</translation>
    </message>
    <message>
        <source>Alternative text, English</source>
        <translation>Texte alternatif, anglais</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>It needs no words: decoration</source>
        <translation>Pas de texte nécessaire&#xa0;: décoration</translation>
    </message>
    <message>
        <source>It may be used until a last day</source>
        <translation>Utilisable jusqu’à un dernier jour</translation>
    </message>
    <message>
        <source>Last day of use</source>
        <translation>Dernier jour d’utilisation</translation>
    </message>
    <message>
        <source>Let the place leave with it</source>
        <translation>Laisser partir le lieu avec elle</translation>
    </message>
    <message>
        <source>It says where it was taken. That is taken out of what leaves; the original keeps it.</source>
        <translation>Elle dit où elle a été prise. Cela est retiré de ce qui part&#x202f;; l’original le garde.</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message>
        <source>published %1: %2</source>
        <translation>publiée %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>planned %1: %2</source>
        <translation>prévue %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No post uses it.</source>
        <translation>Aucune publication ne l’utilise.</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n post(s)</source>
        <translation>
            <numerusform>Utilisée dans %n publication</numerusform>
            <numerusform>Utilisée dans %n publications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::BehindPane</name>
    <message>
        <source>Query: %1</source>
        <translation>Requête&#xa0;: %1</translation>
    </message>
    <message>
        <source>Everything collected</source>
        <translation>Tout ce qui est collecté</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Seulement&#xa0;: %1</translation>
    </message>
    <message>
        <source>▲ positive</source>
        <translation>▲ positif</translation>
    </message>
    <message>
        <source>▼ negative</source>
        <translation>▼ négatif</translation>
    </message>
    <message>
        <source>● neutral</source>
        <translation>● neutre</translation>
    </message>
    <message>
        <source>originals only</source>
        <translation>originaux seuls</translation>
    </message>
    <message>
        <source>originals and relays</source>
        <translation>originaux et relais</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>days, zone</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Behind this figure</source>
        <translation>Derrière ce chiffre</translation>
    </message>
    <message>
        <source>Close what is behind the figure</source>
        <translation>Fermer ce qui est derrière le chiffre</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>All rows in the search</source>
        <translation>Toutes les lignes dans la recherche</translation>
    </message>
    <message>
        <source>Rows behind the figure</source>
        <translation>Lignes derrière le chiffre</translation>
    </message>
    <message>
        <source>Formula, version %1: %2</source>
        <translation>Formule, version %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Rows are read…</source>
        <translation>Lecture des lignes…</translation>
    </message>
    <message>
        <source>%1, %2
%3</source>
        <comment>author, when, words</comment>
        <translation>%1, %2
%3</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), the newest %1 here</source>
        <translation>
            <numerusform>%n ligne, les %1 plus récentes ici</numerusform>
            <numerusform>%n lignes, les %1 plus récentes ici</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest %1 rows</source>
        <translation>Les %1 lignes les plus récentes</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Each row is the message that began a conversation; those that wait or were closed stand among them.</source>
        <translation>Chaque ligne est le message qui a ouvert une conversation&#x202f;; celles qui attendent ou qui ont été closes y figurent aussi.</translation>
    </message>
    <message>
        <source>The rows are those of the brand, out of the mentions of the panel.</source>
        <translation>Les lignes sont celles de la marque, parmi les mentions du panel.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::BelongingSection</name>
    <message>
        <source>no queue</source>
        <translation>aucune file</translation>
    </message>
    <message>
        <source>no campaign</source>
        <translation>aucune campagne</translation>
    </message>
    <message>
        <source>by its day</source>
        <translation>d’après son jour</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>aucun événement</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>event, its day</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>day D</source>
        <translation>jour J</translation>
    </message>
    <message>
        <source>D%1</source>
        <comment>distance from day D</comment>
        <translation>J%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>distance from day D, phase</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Under embargo until %1: it cannot be planned at its hour.</source>
        <translation>Sous embargo jusqu’au %1&#xa0;: impossible de la planifier à son heure.</translation>
    </message>
    <message>
        <source>Under embargo until %1.</source>
        <translation>Sous embargo jusqu’au %1.</translation>
    </message>
    <message>
        <source>It waits for a slot of its queue.</source>
        <translation>Elle attend un créneau de sa file.</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagne</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Embargo until</source>
        <translation>Embargo jusqu’au</translation>
    </message>
    <message>
        <source>Fixed when day D moves</source>
        <translation>Fixe quand J bouge</translation>
    </message>
    <message>
        <source>The post stays where it is when day D of its campaign, or its event, moves.</source>
        <translation>La publication reste en place quand le jour J de sa campagne, ou son événement, bouge.</translation>
    </message>
    <message>
        <source>a queue that was put away</source>
        <translation>une file rangée</translation>
    </message>
    <message>
        <source>The same link leaves on %1: %2</source>
        <translation>Le même lien part le %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Another post of the same account leaves on %1, less than a quarter of an hour away.</source>
        <translation>Une autre publication du même compte part le %1, à moins d’un quart d’heure.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::BoardCharts</name>
    <message>
        <source>▲ positive</source>
        <translation>▲ positif</translation>
    </message>
    <message>
        <source>▼ negative</source>
        <translation>▼ négatif</translation>
    </message>
    <message>
        <source>● neutral</source>
        <translation>● neutre</translation>
    </message>
    <message>
        <source>language not told</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>Cette période</translation>
    </message>
    <message>
        <source>others</source>
        <translation>autres</translation>
    </message>
    <message>
        <source>week from %1</source>
        <translation>semaine du %1</translation>
    </message>
    <message>
        <source>campaign: %1</source>
        <translation>campagne&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 in an hour, usual %2 to %3</source>
        <translation>%1 en une heure, d’habitude %2 à %3</translation>
    </message>
    <message>
        <source>%1 in an hour, out of the ordinary</source>
        <translation>%1 en une heure, inhabituel</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hour of the day</comment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1h</source>
        <comment>hour of the day, short</comment>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>réponses</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>plus de %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>durations</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondues</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>conversations</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparé à</translation>
    </message>
    <message>
        <source>median of the answers %1</source>
        <translation>médiane des réponses %1</translation>
    </message>
    <message>
        <source>9 of 10 answers within %1</source>
        <translation>9 réponses sur 10 en %1</translation>
    </message>
    <message>
        <source>Conversations to answer</source>
        <translation>Conversations à répondre</translation>
    </message>
    <message>
        <source>within 4 hours</source>
        <translation>en 4 heures</translation>
    </message>
    <message>
        <source>within an hour</source>
        <translation>en une heure</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::BoardHead</name>
    <message>
        <source>Our brand</source>
        <translation>Notre marque</translation>
    </message>
    <message>
        <source>Everything collected</source>
        <translation>Tout ce qui est collecté</translation>
    </message>
    <message>
        <source>▲ positive</source>
        <translation>▲ positif</translation>
    </message>
    <message>
        <source>● neutral</source>
        <translation>● neutre</translation>
    </message>
    <message>
        <source>▼ negative</source>
        <translation>▼ négatif</translation>
    </message>
    <message>
        <source>%1, against %2</source>
        <translation>%1, comparé à %2</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagne</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparé à</translation>
    </message>
    <message>
        <source>Brand or competitor</source>
        <translation>Marque ou concurrent</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Toutes les étiquettes</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>All tones</source>
        <translation>Toutes les tonalités</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tonalités</translation>
    </message>
    <message>
        <source>Words of a query</source>
        <translation>Mots d’une requête</translation>
    </message>
    <message>
        <source>Only what matches these words of the query language</source>
        <translation>Seulement ce qui répond à ces mots du langage de requête</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarActions</name>
    <message>
        <source>Moved from %1.</source>
        <translation>Déplacé depuis %1.</translation>
    </message>
    <message>
        <source>This post was already published; it stays in the calendar. To take it off a network, delete it there.</source>
        <translation>Cette publication est déjà en ligne&#xa0;; elle reste au calendrier. Pour l’ôter d’un réseau, supprimez-la là-bas.</translation>
    </message>
    <message>
        <source>Post deleted.</source>
        <translation>Publication supprimée.</translation>
    </message>
    <message>
        <source>Copied to the drafts without a day.</source>
        <translation>Copié dans les brouillons sans jour.</translation>
    </message>
    <message>
        <source>The draft has its day and hour.</source>
        <translation>Le brouillon a son jour et son heure.</translation>
    </message>
    <message>
        <source>There is nothing to take back at the calendar.</source>
        <translation>Il n’y a rien à annuler dans le calendrier.</translation>
    </message>
    <message numerus="yes">
        <source>Taken back, but for %n thing(s) that changed since or left already.</source>
        <translation>
            <numerusform>Annulé, sauf %n élément modifié ou parti depuis.</numerusform>
            <numerusform>Annulé, sauf %n éléments modifiés ou partis depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>The post waits without a day.</source>
        <translation>La publication attend sans jour.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarData</name>
    <message>
        <source>(no text yet)</source>
        <translation>(pas encore de texte)</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarForm</name>
    <message>
        <source>every year</source>
        <translation>chaque année</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Arrows move, Space opens or closes half an hour, Shift and arrows a stretch, C copies the day to the one below.</source>
        <translation>Les flèches déplacent, Espace ouvre ou ferme une demi-heure, Maj et les flèches une plage, C copie le jour sur celui du dessous.</translation>
    </message>
    <message>
        <source>no holidays</source>
        <translation>sans jours fériés</translation>
    </message>
    <message>
        <source>Holidays of</source>
        <translation>Jours fériés</translation>
    </message>
    <message>
        <source>Days off in</source>
        <translation>Jours de fermeture en</translation>
    </message>
    <message>
        <source>Days off of the year; a ticked holiday is kept</source>
        <translation>Jours de fermeture de l’année&#xa0;; un jour férié coché est observé</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>closed; or 9:00-12:00</source>
        <translation>fermé&#xa0;; ou 9:00-12:00</translation>
    </message>
    <message>
        <source>Hours of that day</source>
        <translation>Heures de ce jour</translation>
    </message>
    <message>
        <source>what for</source>
        <translation>motif</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Add this day</source>
        <translation>Ajouter ce jour</translation>
    </message>
    <message>
        <source>Remove the day</source>
        <translation>Retirer le jour</translation>
    </message>
    <message>
        <source>No day off in this year.</source>
        <translation>Aucun jour de fermeture cette année.</translation>
    </message>
    <message>
        <source>Hours are written as 9:00-12:30, 14:00-18:00. The day was not added.</source>
        <translation>Les heures s’écrivent 9:00-12:30, 14:00-18:00. Le jour n’a pas été ajouté.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarPanel</name>
    <message>
        <source>Show the week</source>
        <translation>Montrer la semaine</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>Montrer le mois</translation>
    </message>
    <message>
        <source>Show the agenda</source>
        <translation>Montrer l’agenda</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Next post</source>
        <translation>Publication suivante</translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation>Publication précédente</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvelle publication</translation>
    </message>
    <message>
        <source>Edit the post</source>
        <translation>Modifier la publication</translation>
    </message>
    <message>
        <source>Delete the post</source>
        <translation>Supprimer la publication</translation>
    </message>
    <message>
        <source>Duplicate the post</source>
        <translation>Dupliquer la publication</translation>
    </message>
    <message>
        <source>Plan the post</source>
        <translation>Planifier la publication</translation>
    </message>
    <message>
        <source>Keep the post as a draft</source>
        <translation>Garder la publication en brouillon</translation>
    </message>
    <message>
        <source>Publish the post now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message>
        <source>Add pictures or films to the post</source>
        <translation>Ajouter des images ou des films à la publication</translation>
    </message>
    <message>
        <source>Move earlier: 15 minutes, or a week in the month</source>
        <translation>Avancer&#xa0;: 15 minutes, ou une semaine dans le mois</translation>
    </message>
    <message>
        <source>Move later: 15 minutes, or a week in the month</source>
        <translation>Retarder&#xa0;: 15 minutes, ou une semaine dans le mois</translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation>Déplacer à la veille</translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation>Déplacer au lendemain</translation>
    </message>
    <message>
        <source>The post was not moved: that time has already passed. Choose a later one.</source>
        <translation>La publication n’a pas été déplacée&#xa0;: cette heure est déjà passée. Choisissez-en une plus tardive.</translation>
    </message>
    <message>
        <source>Nothing was changed: the post was already sent, or is being sent now.</source>
        <translation>Rien n’a changé&#xa0;: la publication est déjà partie, ou part en ce moment.</translation>
    </message>
    <message>
        <source>This post is no longer in the calendar.</source>
        <translation>Cette publication n’est plus dans le calendrier.</translation>
    </message>
    <message>
        <source>Nothing is planned this week. N makes a post at the hour of the cursor.</source>
        <translation>Rien n’est planifié cette semaine. N crée une publication à l’heure du curseur.</translation>
    </message>
    <message>
        <source>Nothing is planned in these weeks. N makes a post on the day of the cursor.</source>
        <translation>Rien n’est planifié ces semaines-ci. N crée une publication au jour du curseur.</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date format: a month</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation>Semaine %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>month, time zone</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation>Rien n’est planifié</translation>
    </message>
    <message>
        <source>No post has a day in these weeks.</source>
        <translation>Aucune publication n’a de jour ces semaines-ci.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Show the day</source>
        <translation>Afficher la journée</translation>
    </message>
    <message>
        <source>Other lanes: account, campaign, person, none</source>
        <translation>Autres couloirs&#xa0;: compte, campagne, personne, aucun</translation>
    </message>
    <message>
        <source>Earlier day, week or month</source>
        <translation>Jour, semaine ou mois précédent</translation>
    </message>
    <message>
        <source>Later day, week or month</source>
        <translation>Jour, semaine ou mois suivant</translation>
    </message>
    <message>
        <source>New event: a fair, a launch, a live</source>
        <translation>Nouvel événement&#xa0;: un salon, un lancement, un direct</translation>
    </message>
    <message>
        <source>Edit the event at the cursor</source>
        <translation>Modifier l’événement sous le curseur</translation>
    </message>
    <message>
        <source>Campaigns: phases, day D, coverage, the page</source>
        <translation>Campagnes&#xa0;: phases, jour J, couverture, la page</translation>
    </message>
    <message>
        <source>Queues and their slots</source>
        <translation>Files et leurs créneaux</translation>
    </message>
    <message>
        <source>Give the post the next free slot</source>
        <translation>Donner à la publication le prochain créneau libre</translation>
    </message>
    <message>
        <source>Take in a calendar or a table...</source>
        <translation>Importer un agenda ou un tableau...</translation>
    </message>
    <message>
        <source>Save these days as a calendar file...</source>
        <translation>Enregistrer ces jours comme fichier d’agenda...</translation>
    </message>
    <message>
        <source>Countries and the second time zone...</source>
        <translation>Pays et second fuseau horaire...</translation>
    </message>
    <message>
        <source>Take the day from the post</source>
        <translation>Retirer le jour de la publication</translation>
    </message>
    <message>
        <source>Take back the last action at the calendar</source>
        <translation>Annuler la dernière action du calendrier</translation>
    </message>
    <message>
        <source>Nothing was changed: the post is under embargo until then. Choose a later hour, or change the embargo.</source>
        <translation>Rien n’a été modifié&#xa0;: la publication est sous embargo jusque-là. Choisissez une heure plus tardive, ou modifiez l’embargo.</translation>
    </message>
    <message>
        <source>Nothing is planned this day. N makes a post at the hour of the cursor.</source>
        <translation>Rien n’est prévu ce jour. N crée une publication à l’heure du curseur.</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>More of the calendar</source>
        <translation>Plus pour le calendrier</translation>
    </message>
    <message>
        <source>When to post, from your own history...</source>
        <translation>Quand publier, d’après votre historique…</translation>
    </message>
    <message>
        <source>Comments to expect...</source>
        <translation>Commentaires à prévoir…</translation>
    </message>
    <message>
        <source>Texts to say again...</source>
        <translation>Textes à redire…</translation>
    </message>
    <message>
        <source>All counts of the post...</source>
        <translation>Tous les comptes de la publication…</translation>
    </message>
    <message>
        <source>Pause publishing</source>
        <translation>Suspendre la publication</translation>
    </message>
    <message>
        <source>Pause publishing: nothing leaves until you resume.</source>
        <translation>Suspendre la publication&#xa0;: rien ne part avant la reprise.</translation>
    </message>
    <message>
        <source>Days of the repeating post: leave one out, bring it back...</source>
        <translation>Jours de la publication qui se répète&#xa0;: en laisser un de côté, le reprendre…</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarPlanning</name>
    <message>
        <source>Next free slot: %1.</source>
        <translation>Prochain créneau libre&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Take in a calendar or a table</source>
        <translation>Importer un agenda ou un tableau</translation>
    </message>
    <message>
        <source>Calendars and tables (*.ics *.csv *.tsv *.txt)</source>
        <translation>Agendas et tableaux (*.ics *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Save these days as a calendar file</source>
        <translation>Enregistrer ces jours comme fichier d’agenda</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Agenda (*.ics)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) saved.</source>
        <comment>of a calendar file</comment>
        <translation>
            <numerusform>%n entrée enregistrée.</numerusform>
            <numerusform>%n entrées enregistrées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::CampaignForm</name>
    <message>
        <source>is on</source>
        <translation>fixé au</translation>
    </message>
    <message>
        <source>nothing leaves before</source>
        <translation>rien ne part avant</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Key messages, one per line</source>
        <translation>Messages clés, un par ligne</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>People to reach</source>
        <translation>Personnes à toucher</translation>
    </message>
    <message>
        <source>Day D</source>
        <translation>Jour J</translation>
    </message>
    <message>
        <source>Embargo</source>
        <translation>Embargo</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Add a phase</source>
        <translation>Ajouter une phase</translation>
    </message>
    <message>
        <source>Remove the phase</source>
        <translation>Retirer la phase</translation>
    </message>
    <message>
        <source>Phases, in days from D</source>
        <translation>Phases, en jours à partir de J</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>First day of %1</source>
        <translation>Premier jour de %1</translation>
    </message>
    <message>
        <source>Last day of %1</source>
        <translation>Dernier jour de %1</translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation>Phase %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CampaignResultsPane</name>
    <message>
        <source>Share of the budget that is spent</source>
        <translation>Part du budget dépensée</translation>
    </message>
    <message>
        <source>Share of the people to reach</source>
        <translation>Part des personnes à toucher</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Posts out</source>
        <translation>Publications parues</translation>
    </message>
    <message>
        <source>People reached</source>
        <translation>Personnes touchées</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Réactions</translation>
    </message>
    <message>
        <source>What each channel brought</source>
        <translation>Ce que chaque canal a apporté</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Dépenses</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Pour quoi</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Noter</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Supprimer la ligne</translation>
    </message>
    <message>
        <source>No budget was said, and nothing was spent.</source>
        <translation>Aucun budget n’a été indiqué, et rien n’a été dépensé.</translation>
    </message>
    <message>
        <source>Nobody said how many people are to be reached.</source>
        <translation>Le nombre de personnes à toucher n’a pas été indiqué.</translation>
    </message>
    <message>
        <source>Nothing was noted: the amount is missing.</source>
        <translation>Rien n’a été noté&#xa0;: le montant manque.</translation>
    </message>
    <message>
        <source>%1 is no longer noted.</source>
        <comment>an amount of money</comment>
        <translation>%1 n’est plus noté.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CampaignsDialog</name>
    <message>
        <source>Campaigns</source>
        <translation>Campagnes</translation>
    </message>
    <message>
        <source>New, from D-30 to D+7</source>
        <translation>Nouvelle, de J-30 à J+7</translation>
    </message>
    <message>
        <source>New, empty</source>
        <translation>Nouvelle, vide</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Posts by phase and channel</source>
        <translation>Publications par phase et par canal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The page as PDF...</source>
        <translation>La page en PDF...</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>Nouvelle campagne</translation>
    </message>
    <message>
        <source>%1 (D%2 to D%3)</source>
        <comment>phase and its days</comment>
        <translation>%1 (J%2 à J%3)</translation>
    </message>
    <message>
        <source>in no phase</source>
        <translation>hors phase</translation>
    </message>
    <message>
        <source>hole: nothing</source>
        <translation>trou&#xa0;: rien</translation>
    </message>
    <message>
        <source>Every phase says something on every channel.</source>
        <translation>Chaque phase dit quelque chose sur chaque canal.</translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s): a phase that says nothing on a channel of the campaign.</source>
        <translation>
            <numerusform>%n trou&#xa0;: une phase qui ne dit rien sur un canal de la campagne.</numerusform>
            <numerusform>%n trous&#xa0;: des phases qui ne disent rien sur un canal de la campagne.</numerusform>
        </translation>
    </message>
    <message>
        <source>The campaign is not saved: give it a name.</source>
        <translation>La campagne n’est pas enregistrée&#xa0;: donnez-lui un nom.</translation>
    </message>
    <message>
        <source>The campaign is not saved: a phase needs a name, and ends on the day it begins or later.</source>
        <translation>La campagne n’est pas enregistrée&#xa0;: une phase a besoin d’un nom, et finit le jour où elle commence ou plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>%n planned post(s) would have left before the embargo: they are drafts again.</source>
        <translation>
            <numerusform>%n publication planifiée serait partie avant l’embargo&#xa0;: elle redevient un brouillon.</numerusform>
            <numerusform>%n publications planifiées seraient parties avant l’embargo&#xa0;: elles redeviennent des brouillons.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move day D</source>
        <translation>Déplacer le jour J</translation>
    </message>
    <message>
        <source>Move day D to %1?</source>
        <translation>Déplacer le jour J au %1&#x202f;?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>The page as PDF</source>
        <translation>La page en PDF</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>campagne</translation>
    </message>
    <message>
        <source>The page was not written: the file cannot be made there. Choose another place.</source>
        <translation>La page n’a pas été écrite&#xa0;: le fichier ne peut pas être créé là. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Communication plan</source>
        <translation>Plan de communication</translation>
    </message>
    <message>
        <source>Budget and reach</source>
        <translation>Budget et portée</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CardDelegate</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a network, date and time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ChartCard</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, en tableau</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ChartWords</name>
    <message>
        <source>no data</source>
        <translation>pas de donnée</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>share, count</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <comment>value, bounds</comment>
        <translation>%1 (%2 à %3)</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>chart: place, line, value</comment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>chart: place, value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>chart: line, value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <comment>chart line</comment>
        <translation>%1&#xa0;: pas de donnée</translation>
    </message>
    <message>
        <source>%1: least %2 (%3), most %4 (%5), last %6</source>
        <comment>chart line</comment>
        <translation>%1&#xa0;: au moins %2 (%3), au plus %4 (%5), dernier %6</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CharterPane</name>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n&apos;a pas pu être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>Export the charter</source>
        <translation>Exporter la charte</translation>
    </message>
    <message>
        <source>Charter (*.json)</source>
        <translation>Charte (*.json)</translation>
    </message>
    <message>
        <source>charter</source>
        <translation>charte</translation>
    </message>
    <message>
        <source>Import a charter</source>
        <translation>Importer une charte</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 cannot be taken in: %2</source>
        <translation>%1 ne peut pas être importé&#xa0;: %2</translation>
    </message>
    <message>
        <source>Information for those who write to us</source>
        <translation>Information de ceux qui nous écrivent</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>we moderate by it</source>
        <translation>sert à modérer</translation>
    </message>
    <message>
        <source>The charter is in force as it stands here.</source>
        <translation>La charte est en vigueur telle qu&apos;elle est ici.</translation>
    </message>
    <message>
        <source>This charter cannot be put in force: %1</source>
        <translation>Cette charte ne peut pas entrer en vigueur&#xa0;: %1</translation>
    </message>
    <message>
        <source>The charter is as it was, as a new version.</source>
        <translation>La charte est comme avant, sous une nouvelle version.</translation>
    </message>
    <message>
        <source>The charter that every workspace begins with. What you change here becomes version 1.</source>
        <translation>La charte avec laquelle commence tout espace de travail. Vos changements en feront la version 1.</translation>
    </message>
    <message>
        <source>Version %1, of %2</source>
        <translation>Version %1, du %2</translation>
    </message>
    <message>
        <source>Version %1, of %2, by %3</source>
        <translation>Version %1, du %2, par %3</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Why it was changed</source>
        <translation>Motif du changement</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation>Retirer l&apos;article</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Abandonner les changements</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>Mettre en vigueur</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exporter...</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importer...</translation>
    </message>
    <message>
        <source>Information sheet...</source>
        <translation>Fiche d&apos;information...</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CharterPanel</name>
    <message>
        <source>Show the charter and the moderation log</source>
        <translation>Afficher la charte et le registre de modération</translation>
    </message>
    <message>
        <source>Show the articles</source>
        <translation>Afficher les articles</translation>
    </message>
    <message>
        <source>Show the moderation log</source>
        <translation>Afficher le registre de modération</translation>
    </message>
    <message>
        <source>Show how often each article was applied</source>
        <translation>Afficher combien de fois chaque article a été appliqué</translation>
    </message>
    <message>
        <source>Put the charter in force as it stands</source>
        <translation>Mettre la charte en vigueur telle quelle</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Write the information sheet...</source>
        <translation>Écrire la fiche d&apos;information...</translation>
    </message>
    <message>
        <source>Take this moderation back</source>
        <translation>Annuler cette modération</translation>
    </message>
    <message>
        <source>Open the message that was moderated</source>
        <translation>Ouvrir le message modéré</translation>
    </message>
    <message>
        <source>Export the moderation log...</source>
        <translation>Exporter le registre de modération...</translation>
    </message>
    <message>
        <source>Back to the inbox</source>
        <translation>Retour à la boîte de réception</translation>
    </message>
    <message>
        <source>The charter was changed and is not in force yet.</source>
        <translation>La charte a été changée et n&apos;est pas encore en vigueur.</translation>
    </message>
    <message>
        <source>Discard changes and close</source>
        <translation>Abandonner les changements et fermer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Charter and moderation</source>
        <translation>Charte et modération</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CheckRow</name>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Words and phrases; word* for what follows</source>
        <translation>Mots et expressions&#xa0;; mot* pour toute suite</translation>
    </message>
    <message>
        <source>One of these must stand there</source>
        <translation>L&apos;un de ceux-ci doit y figurer</translation>
    </message>
    <message>
        <source>When one of these is said (empty: always)</source>
        <translation>Quand l&apos;un de ceux-ci est dit (vide&#xa0;: toujours)</translation>
    </message>
    <message>
        <source>Abbreviations that do not count</source>
        <translation>Sigles qui ne comptent pas</translation>
    </message>
    <message>
        <source>Only to these hosts (empty: any)</source>
        <translation>Vers ces sites seulement (vide&#xa0;: tous)</translation>
    </message>
    <message>
        <source>Who answers (empty: pass it on)</source>
        <translation>Qui répond (vide&#xa0;: transmettre)</translation>
    </message>
    <message>
        <source>Tags; question, complaint, direct, review</source>
        <translation>Étiquettes&#xa0;; question, complaint, direct, review</translation>
    </message>
    <message>
        <source>Tags; question, complaint, direct, review (empty: everything)</source>
        <translation>Étiquettes&#xa0;; question, complaint, direct, review (vide&#xa0;: tout)</translation>
    </message>
    <message>
        <source>in both languages</source>
        <translation>dans les deux langues</translation>
    </message>
    <message>
        <source>in French</source>
        <translation>en français</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>en anglais</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Ce qui est contrôlé</translation>
    </message>
    <message>
        <source>Language of the check</source>
        <translation>Langue du contrôle</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove this check</source>
        <translation>Retirer ce contrôle</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ChoicePopup</name>
    <message>
        <source>Date and time</source>
        <translation>Date et heure</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nouveau&#xa0;: %1</translation>
    </message>
    <message>
        <source>Another time...</source>
        <translation>Un autre moment...</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ClaimStrip</name>
    <message>
        <source>You are on it until %1</source>
        <translation>Vous y êtes jusqu’à %1</translation>
    </message>
    <message>
        <source>%1 is on it until %2</source>
        <translation>%1 y est jusqu’à %2</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>%1 is on it until %2. Write a note, or wait.</source>
        <translation>%1 y est jusqu’à %2. Écrivez une note, ou attendez.</translation>
    </message>
    <message>
        <source>Enter your name in the settings: a claim says who is on it.</source>
        <translation>Entrez votre nom dans les réglages&#xa0;: une prise dit qui y est.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::Column</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n new mention(s)</source>
        <translation>
            <numerusform>Montrer %n nouvelle mention</numerusform>
            <numerusform>Montrer %n nouvelles mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n non lue</numerusform>
            <numerusform>%n non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % in a language that is not known</source>
        <translation>%1&#xa0;% dans une langue inconnue</translation>
    </message>
    <message>
        <source>%1 % in %2</source>
        <comment>share, language</comment>
        <translation>%1&#xa0;% en %2</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonne %1</translation>
    </message>
    <message>
        <source>Mentions of %1</source>
        <translation>Mentions de %1</translation>
    </message>
    <message>
        <source>Menu of the column %1</source>
        <translation>Menu de la colonne %1</translation>
    </message>
    <message>
        <source>Column menu</source>
        <translation>Menu de la colonne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop looking for older mentions; those found so far stay.</source>
        <translation>Cesser de chercher des mentions plus anciennes&#xa0;; celles qui sont trouvées restent.</translation>
    </message>
    <message>
        <source>Looking for older mentions</source>
        <translation>Recherche de mentions plus anciennes</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour le moment</translation>
    </message>
    <message>
        <source>No mention satisfies this query so far. New ones will appear here by themselves.</source>
        <translation>Aucune mention ne satisfait encore cette requête. Les nouvelles apparaîtront d’elles-mêmes.</translation>
    </message>
    <message>
        <source>Edit the query</source>
        <translation>Modifier la requête</translation>
    </message>
    <message>
        <source>gathered</source>
        <comment>relays stand behind their original</comment>
        <translation>regroupé</translation>
    </message>
    <message>
        <source>Relays are gathered behind their original.</source>
        <translation>Les relais sont regroupés derrière leur original.</translation>
    </message>
    <message>
        <source>Nothing is kept aside</source>
        <translation>Rien n’est mis de côté</translation>
    </message>
    <message>
        <source>Every mention of this query is in the column.</source>
        <translation>Toutes les mentions de cette requête sont dans la colonne.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message numerus="yes">
        <source>%n aside</source>
        <comment>mentions that are kept aside</comment>
        <translation>
            <numerusform>%n de côté</numerusform>
            <numerusform>%n de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>These are kept aside as not about it, and not counted.</source>
        <translation>Celles-ci sont mises de côté comme hors sujet, et ne sont pas comptées.</translation>
    </message>
    <message numerus="yes">
        <source>%n kept aside as not about it, and not counted: show</source>
        <translation>
            <numerusform>%n mise de côté comme hors sujet, et non comptée&#xa0;: montrer</numerusform>
            <numerusform>%n mises de côté comme hors sujet, et non comptées&#xa0;: montrer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, last 7 days</source>
        <translation>%1, 7 derniers jours</translation>
    </message>
    <message>
        <source>originals</source>
        <comment>relays are left out</comment>
        <translation>originaux</translation>
    </message>
    <message>
        <source>Relays are not counted, and left out.</source>
        <translation>Les relais ne comptent pas et n&apos;apparaissent pas.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ColumnEditor</name>
    <message>
        <source>Another column has this name. Nothing was saved: choose another name.</source>
        <translation>Une autre colonne porte ce nom. Rien n’a été enregistré&#xa0;: choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Edit the column</source>
        <translation>Modifier la colonne</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>Nom de la colonne</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi elle sert</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>A column to look at</source>
        <translation>Une colonne à regarder</translation>
    </message>
    <message>
        <source>Our brand</source>
        <translation>Notre marque</translation>
    </message>
    <message>
        <source>A competitor</source>
        <translation>Un concurrent</translation>
    </message>
    <message>
        <source>A subject</source>
        <translation>Un sujet</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add the column</source>
        <translation>Ajouter la colonne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Delete the column</source>
        <translation>Supprimer la colonne</translation>
    </message>
    <message>
        <source>Column editor</source>
        <translation>Éditeur de colonne</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) fail. Nothing was saved: press Save all the same, or change the query.</source>
        <translation>
            <numerusform>%n exemple échoue. Rien n’a été enregistré&#xa0;: choisissez «&#xa0;Enregistrer quand même&#xa0;», ou changez la requête.</numerusform>
            <numerusform>%n exemples échouent. Rien n’a été enregistré&#xa0;: choisissez «&#xa0;Enregistrer quand même&#xa0;», ou changez la requête.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Enregistrer quand même</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ColumnModel</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ColumnWindow</name>
    <message>
        <source>%1 - Vigie</source>
        <comment>name of a column</comment>
        <translation>%1 - Vigie</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CompletionList</name>
    <message>
        <source>field</source>
        <comment>of a query</comment>
        <translation>champ</translation>
    </message>
    <message>
        <source>value</source>
        <comment>of a field of a query</comment>
        <translation>valeur</translation>
    </message>
    <message>
        <source>operator</source>
        <comment>of a query</comment>
        <translation>opérateur</translation>
    </message>
    <message>
        <source>function</source>
        <comment>of a query</comment>
        <translation>fonction</translation>
    </message>
    <message>
        <source>saved query</source>
        <translation>requête enregistrée</translation>
    </message>
    <message>
        <source>list of authors</source>
        <translation>liste d’auteurs</translation>
    </message>
    <message>
        <source>What may be typed here</source>
        <translation>Ce qui peut s’écrire ici</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a completion, what it is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2, %3 of %4</source>
        <comment>kind of completion, its text, its number, how many there are</comment>
        <translation>%1 %2, %3 sur %4</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ComposeRulesDialog</name>
    <message>
        <source>%1: this name is not known. Known are {network}, {account}, {campaign}, {date}, {lang} and {post}.</source>
        <translation>%1&#xa0;: ce nom n’est pas connu. Sont connus {network}, {account}, {campaign}, {date}, {lang} et {post}.</translation>
    </message>
    <message>
        <source>Summer sale</source>
        <comment>a campaign, as an example</comment>
        <translation>Soldes d’été</translation>
    </message>
    <message>
        <source>A link on Mastodon leaves as %1</source>
        <translation>Un lien sur Mastodon part sous la forme %1</translation>
    </message>
    <message>
        <source>How posts are composed</source>
        <translation>Comment les publications sont composées</translation>
    </message>
    <message>
        <source>A picture without alternative text is not planned</source>
        <translation>Une image sans texte alternatif n’est pas planifiée</translation>
    </message>
    <message>
        <source>Links say which post brought the visitor (campaign parameters)</source>
        <translation>Les liens disent quelle publication a amené le visiteur (paramètres de campagne)</translation>
    </message>
    <message>
        <source>The text keeps its plain links; the parameters are added for each network when the post is planned, and counted before. A link that carries other values keeps them.</source>
        <translation>Le texte garde ses liens simples&#x202f;; les paramètres sont ajoutés pour chaque réseau quand la publication est planifiée, et comptés avant. Un lien qui porte d’autres valeurs les garde.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagne</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Only links to these sites</source>
        <translation>Seulement les liens vers ces sites</translation>
    </message>
    <message>
        <source>all, when nothing stands here</source>
        <translation>tous, si rien n’est écrit ici</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ConflictsDialog</name>
    <message>
        <source>What both sides changed</source>
        <translation>Ce que les deux côtés ont changé</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>by</source>
        <translation>par</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Là-bas</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Garder ce qui est ici</translation>
    </message>
    <message>
        <source>Take what came</source>
        <translation>Prendre ce qui est arrivé</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>Montrer le ticket</translation>
    </message>
    <message>
        <source>No conflict waits: all that came in bundles is merged.</source>
        <translation>Aucun conflit en attente&#xa0;: tout ce qui est arrivé par lots est fusionné.</translation>
    </message>
    <message>
        <source>Two people changed these without knowing of one another. What is here stays until you decide; the other machine learns it with the next bundle.</source>
        <translation>Deux personnes ont changé ces champs sans se voir. Ce qui est ici reste jusqu’à votre décision&#xa0;; l’autre machine l’apprend avec le prochain lot.</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>pas encore ici</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ConversationView</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Montrer %n message antérieur</numerusform>
            <numerusform>Montrer %n messages antérieurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) selected</source>
        <translation>
            <numerusform>%n ticket choisi</numerusform>
            <numerusform>%n tickets choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>What you decide now - tag, assign, snooze, done, ignore - is done for all of them, and undone for all of them.</source>
        <translation>Ce que vous décidez maintenant - étiqueter, attribuer, mettre en sommeil, traiter, ignorer - vaut pour tous, et s’annule pour tous.</translation>
    </message>
    <message>
        <source>The conversation could not be read</source>
        <translation>La conversation n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Aucune conversation ouverte</translation>
    </message>
    <message>
        <source>Choose a ticket of the queue to read it here.</source>
        <translation>Choisissez un ticket de la file pour le lire ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s)</source>
        <translation>
            <numerusform>%n relais</numerusform>
            <numerusform>%n relais</numerusform>
        </translation>
    </message>
    <message>
        <source>Tone: %1</source>
        <translation>Tonalité&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %n later message(s)</source>
        <translation>
            <numerusform>Montrer %n message plus récent</numerusform>
            <numerusform>Montrer %n messages plus récents</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>Aller au plus récent</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CountriesDialog</name>
    <message>
        <source>Countries and time zones</source>
        <translation>Pays et fuseaux horaires</translation>
    </message>
    <message>
        <source>Public holidays and the days people talk about (sales, feasts, world days) of these countries stand in the calendar.</source>
        <translation>Les jours fériés et les marronniers (soldes, fêtes, journées mondiales) de ces pays figurent dans le calendrier.</translation>
    </message>
    <message>
        <source>Second time zone beside the hours</source>
        <translation>Second fuseau à côté des heures</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CoverageDialog</name>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Reading what is missing</source>
        <translation>Lecture de ce qui manque</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>What was read so far stays.</source>
        <translation>Ce qui a déjà été lu reste.</translation>
    </message>
    <message>
        <source>Fill every gap</source>
        <translation>Combler tous les trous</translation>
    </message>
    <message>
        <source>No account reads a network of this kind.</source>
        <translation>Aucun compte ne lit un réseau de ce type.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Il ne manque rien.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>network, account, stream</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Combler</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Fill %1, %2</source>
        <translation>Combler %1, %2</translation>
    </message>
    <message>
        <source>Stopped. What was read so far stays.</source>
        <translation>Arrêté. Ce qui a déjà été lu reste.</translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n mention(s) found.</source>
        <translation>
            <numerusform>Relu&#xa0;: %n mention trouvée.</numerusform>
            <numerusform>Relu&#xa0;: %n mentions trouvées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing: what was not read yet is only minutes old.</source>
        <translation>Rien ne manque&#xa0;: ce qui n’a pas encore été lu ne date que de quelques minutes.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CoverageLine</name>
    <message>
        <source>Coverage is being looked up.</source>
        <translation>Couverture en cours de lecture.</translation>
    </message>
    <message>
        <source>Coverage: %1</source>
        <translation>Couverture&#xa0;: %1</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Press to see every gap, and to fill it.</source>
        <translation>Appuyez pour voir chaque trou et le combler.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::CoverageWords</name>
    <message>
        <source>Nothing was asked of the networks in this period</source>
        <translation>Rien n’a été demandé aux réseaux sur cette période</translation>
    </message>
    <message>
        <source>%1 of the period seen</source>
        <translation>%1 de la période vue</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n trou</numerusform>
            <numerusform>%n trous</numerusform>
        </translation>
    </message>
    <message>
        <source>No gaps.</source>
        <translation>Aucun trou.</translation>
    </message>
    <message>
        <source>Everything seen up to %1.</source>
        <translation>Tout est vu jusqu’au %1.</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>from, to, how long</comment>
        <translation>%1 à %2 (%3)</translation>
    </message>
    <message>
        <source>The network could not be reached.</source>
        <translation>Le réseau était injoignable.</translation>
    </message>
    <message>
        <source>The server failed.</source>
        <translation>Le serveur était en panne.</translation>
    </message>
    <message>
        <source>The network asked for patience (rate limit).</source>
        <translation>Le réseau a demandé de patienter (limite de débit).</translation>
    </message>
    <message>
        <source>Reading would have cost more than was allowed.</source>
        <translation>La lecture aurait coûté plus que ce qui est permis.</translation>
    </message>
    <message>
        <source>The network no longer took the sign-in.</source>
        <translation>Le réseau n’acceptait plus la connexion du compte.</translation>
    </message>
    <message>
        <source>The network refuses this account.</source>
        <translation>Le réseau refuse ce compte.</translation>
    </message>
    <message>
        <source>Vigie was closed, or the machine asleep.</source>
        <translation>Vigie était fermé, ou l’ordinateur en veille.</translation>
    </message>
    <message>
        <source>The account is paused.</source>
        <translation>Le compte est en pause.</translation>
    </message>
    <message>
        <source>Afterwards the network gave its newest mentions only, and not as far back as here.</source>
        <translation>Ensuite, le réseau n’a donné que ses mentions les plus récentes, sans remonter jusqu’ici.</translation>
    </message>
    <message>
        <source>There was more than is read in one go.</source>
        <translation>Il y avait plus que ce qui se lit en une fois.</translation>
    </message>
    <message>
        <source>The network no longer knew where reading had stopped.</source>
        <translation>Le réseau ne savait plus où la lecture s’était arrêtée.</translation>
    </message>
    <message>
        <source>The network was asked again, and gives nothing of that time any more.</source>
        <translation>Le réseau a été interrogé de nouveau et ne donne plus rien de ce moment.</translation>
    </message>
    <message>
        <source>It was not read.</source>
        <translation>Cela n’a pas été lu.</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Pas encore lu.</translation>
    </message>
    <message>
        <source>Never asked for: the history of this stream was read as far back as Vigie goes by itself.</source>
        <translation>Jamais demandé&#xa0;: l’historique de ce flux a été lu aussi loin que Vigie remonte de lui-même.</translation>
    </message>
    <message>
        <source>Never asked for: Vigie did not read this stream then.</source>
        <translation>Jamais demandé&#xa0;: Vigie ne lisait pas encore ce flux.</translation>
    </message>
    <message>
        <source>Read by itself with the next look.</source>
        <translation>Sera lu de lui-même à la prochaine relève.</translation>
    </message>
    <message>
        <source>Cannot be read: here the network tells only what is new.</source>
        <translation>Illisible&#xa0;: ici, le réseau ne donne que le nouveau.</translation>
    </message>
    <message>
        <source>Cannot be read any more.</source>
        <translation>Ne peut plus être lu.</translation>
    </message>
    <message>
        <source>Sign in to the account again first.</source>
        <translation>Reconnectez d’abord le compte.</translation>
    </message>
    <message>
        <source>Resume the account first.</source>
        <translation>Réactivez d’abord le compte.</translation>
    </message>
    <message>
        <source>Cannot be read: this version does not speak this network.</source>
        <translation>Illisible&#xa0;: cette version ne parle pas ce réseau.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::DashboardPanel</name>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>90 derniers jours</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Figures as CSV…</source>
        <translation>Chiffres en CSV…</translation>
    </message>
    <message>
        <source>Page as PDF…</source>
        <translation>Page en PDF…</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Période précédente</translation>
    </message>
    <message>
        <source>Period after</source>
        <translation>Période suivante</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>Recalculer</translation>
    </message>
    <message>
        <source>Export figures as CSV…</source>
        <translation>Exporter les chiffres en CSV…</translation>
    </message>
    <message>
        <source>Export the page as PDF…</source>
        <translation>Exporter la page en PDF…</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Export the page as PDF</source>
        <translation>Exporter la page en PDF</translation>
    </message>
    <message>
        <source>The page was written to %1</source>
        <translation>La page est écrite dans %1</translation>
    </message>
    <message>
        <source>The page could not be written to %1. Nothing was changed; choose another folder.</source>
        <translation>La page n’a pas pu être écrite dans %1. Rien n’a changé&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Export figures as CSV</source>
        <translation>Exporter les chiffres en CSV</translation>
    </message>
    <message>
        <source>The figures were written to %1</source>
        <translation>Les chiffres sont écrits dans %1</translation>
    </message>
    <message>
        <source>The figures could not be written to %1. Nothing was changed; choose another folder.</source>
        <translation>Les chiffres n’ont pas pu être écrits dans %1. Rien n’a changé&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Nothing was said in this period</source>
        <translation>Rien n’a été dit pendant cette période</translation>
    </message>
    <message>
        <source>With or without relays</source>
        <translation>Avec ou sans les relais</translation>
    </message>
    <message>
        <source>Coverage and gaps</source>
        <translation>Couverture et trous</translation>
    </message>
    <message>
        <source>%1 is on the page</source>
        <translation>%1 est sur la page</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Nouvelle page</translation>
    </message>
    <message>
        <source>Name of the page</source>
        <translation>Nom de la page</translation>
    </message>
    <message>
        <source>Rename the page</source>
        <translation>Renommer la page</translation>
    </message>
    <message>
        <source>This is the only page: it stays. Take its tiles off, or make another first.</source>
        <translation>C’est la seule page&#xa0;: elle reste. Enlevez ses tuiles, ou créez d’abord une autre page.</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 a été supprimée</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Compare with another period</source>
        <translation>Comparer à une autre période</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Filtrer par mots</translation>
    </message>
    <message>
        <source>Table behind the chart</source>
        <translation>Tableau derrière le graphique</translation>
    </message>
    <message>
        <source>What is behind the tile</source>
        <translation>Ce qui est derrière la tuile</translation>
    </message>
    <message>
        <source>Edit the page</source>
        <translation>Modifier la page</translation>
    </message>
    <message>
        <source>Add a figure or a chart</source>
        <translation>Ajouter un chiffre ou un graphique</translation>
    </message>
    <message>
        <source>Take back the last change of a page</source>
        <translation>Annuler le dernier changement d’une page</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Refaire</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>New page…</source>
        <translation>Nouvelle page…</translation>
    </message>
    <message>
        <source>Rename the page…</source>
        <translation>Renommer la page…</translation>
    </message>
    <message>
        <source>Remove the page</source>
        <translation>Supprimer la page</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>This page is empty</source>
        <translation>Cette page est vide</translation>
    </message>
    <message>
        <source>Put figures and charts on it; they can be moved and taken off again.</source>
        <translation>Posez-y des chiffres et des graphiques&#x202f;; on peut les déplacer et les enlever.</translation>
    </message>
    <message>
        <source>Nothing from %1. Choose another brand or network, or connect an account.</source>
        <translation>Rien pour la période %1. Choisissez une autre marque ou un autre réseau, ou connectez un compte.</translation>
    </message>
    <message>
        <source>Nothing from %1. Choose a longer period, another brand or another network.</source>
        <translation>Rien pour la période %1. Choisissez une période plus longue, une autre marque ou un autre réseau.</translation>
    </message>
    <message>
        <source>Add to the page</source>
        <translation>Ajouter à la page</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Done editing</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Edit page</source>
        <translation>Modifier la page</translation>
    </message>
    <message>
        <source>Make a report of this page…</source>
        <translation>Faire un rapport de cette page…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Move the page to the right</source>
        <translation>Déplacer la page vers la droite</translation>
    </message>
    <message>
        <source>Move the page to the left</source>
        <translation>Déplacer la page vers la gauche</translation>
    </message>
    <message>
        <source>Learn tones from the labels so far</source>
        <translation>Apprendre les tonalités des étiquettes posées jusqu’ici</translation>
    </message>
    <message>
        <source>Forget what was learned about tones…</source>
        <translation>Oublier ce qui a été appris des tonalités…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was learned: %n label(s) by hand, at least %1 are needed. Say the tone of more mentions.</source>
        <translation>
            <numerusform>Rien n’a été appris&#xa0;: %n étiquette posée à la main, il en faut au moins %1. Dites la tonalité d’autres mentions.</numerusform>
            <numerusform>Rien n’a été appris&#xa0;: %n étiquettes posées à la main, il en faut au moins %1. Dites la tonalité d’autres mentions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n label(s). Mentions are judged anew.</source>
        <translation>
            <numerusform>Appris de %n étiquette. Les mentions sont rejugées.</numerusform>
            <numerusform>Appris de %n étiquettes. Les mentions sont rejugées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget what was learned about tones</source>
        <translation>Oublier ce qui a été appris des tonalités</translation>
    </message>
    <message>
        <source>The words that were learned from labels by hand are forgotten, and mentions are judged anew without them.</source>
        <translation>Les mots appris des étiquettes posées à la main sont oubliés, et les mentions sont rejugées sans eux.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: what %n label(s) had taught.</source>
        <translation>
            <numerusform>Oublié&#xa0;: ce que %n étiquette avait appris.</numerusform>
            <numerusform>Oublié&#xa0;: ce que %n étiquettes avaient appris.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to forget.</source>
        <translation>Il n’y avait rien à oublier.</translation>
    </message>
    <message>
        <source>Numbers entered by hand: view rates, visits, weights…</source>
        <translation>Chiffres saisis à la main&#xa0;: taux de vue, visites, poids…</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Take back what was forgotten about tones</source>
        <translation>Rétablir ce qui a été oublié sur les tonalités</translation>
    </message>
    <message>
        <source>What was learned about tones is back. Mentions are judged anew.</source>
        <translation>Ce qui avait été appris sur les tonalités est rétabli. Les mentions sont jugées à nouveau.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>The labels stay with their mentions, and nothing is learned from them again. It can be taken back, also after a restart, as long as it is among the last 50 decisions.</source>
        <translation>Les étiquettes restent sur leurs mentions, et rien n’en sera plus appris. On peut revenir en arrière, même après un redémarrage, tant que cela compte parmi les 50 dernières décisions.</translation>
    </message>
    <message>
        <source>Something else was decided since, or nothing was forgotten about tones. Decisions are taken back one by one with the undo key of the inbox.</source>
        <translation>Autre chose a été décidé depuis, ou rien n’a été oublié sur les tonalités. Les décisions s’annulent une à une, avec la touche d’annulation de la réception.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::DeskActions</name>
    <message numerus="yes">
        <source>%n ticket(s) done</source>
        <translation>
            <numerusform>%n ticket traité</numerusform>
            <numerusform>%n tickets traités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) ignored</source>
        <translation>
            <numerusform>%n ticket ignoré</numerusform>
            <numerusform>%n tickets ignorés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) waiting for a colleague</source>
        <translation>
            <numerusform>%n ticket attend un collègue</numerusform>
            <numerusform>%n tickets attendent un collègue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) waiting for the member</source>
        <translation>
            <numerusform>%n ticket attend le membre</numerusform>
            <numerusform>%n tickets attendent le membre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) opened again</source>
        <translation>
            <numerusform>%n ticket rouvert</numerusform>
            <numerusform>%n tickets rouverts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without an owner</source>
        <translation>
            <numerusform>%n ticket sans responsable</numerusform>
            <numerusform>%n tickets sans responsable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1</source>
        <translation>
            <numerusform>%n ticket attribué à %1</numerusform>
            <numerusform>%n tickets attribués à %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) snoozed until %1</source>
        <translation>
            <numerusform>%n ticket en sommeil jusqu’à %1</numerusform>
            <numerusform>%n tickets en sommeil jusqu’à %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) tagged %1</source>
        <translation>
            <numerusform>%n ticket étiqueté %1</numerusform>
            <numerusform>%n tickets étiquetés %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %1 taken off %n ticket(s)</source>
        <translation>
            <numerusform>Étiquette %1 ôtée de %n ticket</numerusform>
            <numerusform>Étiquette %1 ôtée de %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Note kept. It stays inside.</source>
        <translation>Note gardée. Elle reste entre nous.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Taken back: done</source>
        <translation>Repris&#xa0;: traité</translation>
    </message>
    <message>
        <source>Taken back: ignored</source>
        <translation>Repris&#xa0;: ignoré</translation>
    </message>
    <message>
        <source>Taken back: snoozed</source>
        <translation>Repris&#xa0;: mis en sommeil</translation>
    </message>
    <message>
        <source>Taken back: assigned</source>
        <translation>Repris&#xa0;: attribution</translation>
    </message>
    <message>
        <source>Taken back: tag</source>
        <translation>Repris&#xa0;: étiquette</translation>
    </message>
    <message>
        <source>Taken back: note</source>
        <translation>Repris&#xa0;: note</translation>
    </message>
    <message>
        <source>Taken back: tone</source>
        <translation>Repris&#xa0;: tonalité</translation>
    </message>
    <message>
        <source>Taken back: sent to the inbox</source>
        <translation>Repris&#xa0;: envoi à la boîte de réception</translation>
    </message>
    <message>
        <source>Taken back: status</source>
        <translation>Repris&#xa0;: état</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à reprendre.</translation>
    </message>
    <message>
        <source>The answer was not sent. Its text is back in the composer.</source>
        <translation>La réponse n’est pas partie. Son texte est revenu dans l’éditeur.</translation>
    </message>
    <message>
        <source>Other decisions were made since. Take them back one by one with the undo key.</source>
        <translation>D’autres décisions ont été prises depuis. Reprenez-les une à une avec la touche d’annulation.</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Épinglé</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>N’est plus épinglé</translation>
    </message>
    <message>
        <source>Taken back: note about a person</source>
        <translation>Repris&#xa0;: note sur une personne</translation>
    </message>
    <message>
        <source>Taken back: next step</source>
        <translation>Repris&#xa0;: prochaine étape</translation>
    </message>
    <message>
        <source>Taken back: consent</source>
        <translation>Repris&#xa0;: consentement</translation>
    </message>
    <message>
        <source>Taken back: what they gave us</source>
        <translation>Repris&#xa0;: ce qu’on nous a donné</translation>
    </message>
    <message>
        <source>Taken back: promise</source>
        <translation>Repris&#xa0;: promesse</translation>
    </message>
    <message>
        <source>Taken back: numbers entered by hand</source>
        <translation>Annulé&#xa0;: chiffres saisis à la main</translation>
    </message>
    <message>
        <source>Taken back: visits and goals</source>
        <translation>Annulé&#xa0;: visites et objectifs</translation>
    </message>
    <message>
        <source>Taken back: answers to surveys</source>
        <translation>Annulé&#xa0;: réponses aux enquêtes</translation>
    </message>
    <message>
        <source>Taken back: what was learned about tones is there again</source>
        <translation>Annulé&#xa0;: ce qui avait été appris sur les tonalités est rétabli</translation>
    </message>
</context>
<context>
    <name>vigie::ui::DoneStep</name>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>It stays switched off until you resume it.</source>
        <translation>Il reste éteint jusqu’à ce que vous le repreniez.</translation>
    </message>
    <message>
        <source>Its history is being read now.</source>
        <translation>Son historique est en cours de lecture.</translation>
    </message>
    <message>
        <source>%1%2 on %3.</source>
        <translation>%1%2 sur %3.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EffectDialog</name>
    <message>
        <source>What this changes</source>
        <translation>Ce que cela change</translation>
    </message>
    <message>
        <source>Open conversations are worked out...</source>
        <translation>Calcul des conversations ouvertes...</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Niveau de service</translation>
    </message>
    <message>
        <source>Due before</source>
        <translation>Échéance avant</translation>
    </message>
    <message>
        <source>Due after</source>
        <translation>Échéance après</translation>
    </message>
    <message>
        <source>Conversations that change</source>
        <translation>Conversations qui changent</translation>
    </message>
    <message>
        <source>What has ended keeps its result and the hours it was counted by.</source>
        <translation>Ce qui est terminé garde son résultat et les heures qui l’ont compté.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message numerus="yes">
        <source>%n become(s) late</source>
        <translation>
            <numerusform>%n passe en retard</numerusform>
            <numerusform>%n passent en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are late no more</source>
        <translation>
            <numerusform>%n n’est plus en retard</numerusform>
            <numerusform>%n ne sont plus en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lose(s) time</source>
        <translation>
            <numerusform>%n perd du temps</numerusform>
            <numerusform>%n perdent du temps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gain(s) time</source>
        <translation>
            <numerusform>%n gagne du temps</numerusform>
            <numerusform>%n gagnent du temps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are promised something now</source>
        <translation>
            <numerusform>%n reçoit une promesse</numerusform>
            <numerusform>%n reçoivent une promesse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are promised nothing any more</source>
        <translation>
            <numerusform>%n n’a plus de promesse</numerusform>
            <numerusform>%n n’ont plus de promesse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n open clock(s) none changes.</source>
        <translation>
            <numerusform>Sur %n compteur ouvert, aucun ne change.</numerusform>
            <numerusform>Sur %n compteurs ouverts, aucun ne change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n open clock(s): %1.</source>
        <translation>
            <numerusform>Sur %n compteur ouvert&#xa0;: %1.</numerusform>
            <numerusform>Sur %n compteurs ouverts&#xa0;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing promised</source>
        <translation>rien de promis</translation>
    </message>
    <message>
        <source>stands still</source>
        <comment>a clock</comment>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>%1 (late)</source>
        <translation>%1 (en retard)</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EffortDialog</name>
    <message>
        <source>Count my keys, clicks and time at the inbox</source>
        <translation>Compter mes touches, mes clics et mon temps à la boîte de réception</translation>
    </message>
    <message>
        <source>Keys and seconds per conversation</source>
        <translation>Touches et secondes par conversation</translation>
    </message>
    <message>
        <source>For yourself only: the counts stay on this machine, not in the workspace, and nobody else is shown them. What you type is not kept.</source>
        <translation>Pour vous seul&#xa0;: les comptes restent sur cette machine, pas dans l’espace de travail, et personne d’autre ne les voit. Ce que vous tapez n’est pas gardé.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>Au clavier</translation>
    </message>
    <message>
        <source>By click</source>
        <translation>Au clic</translation>
    </message>
    <message>
        <source>Commands and how they were given</source>
        <translation>Commandes et façon dont elles ont été données</translation>
    </message>
    <message>
        <source>Forget all counts</source>
        <translation>Oublier tous les comptes</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Rien n’est encore compté.</translation>
    </message>
    <message>
        <source>Nothing is counted.</source>
        <translation>Rien n’est compté.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln touche</numerusform>
            <numerusform>%Ln touches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s)</source>
        <translation>
            <numerusform>%Ln clic</numerusform>
            <numerusform>%Ln clics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %1 days, for %Ln conversation(s): %2 keys, %3 clicks and %4 seconds each.</source>
        <translation>
            <numerusform>Ces %1 derniers jours, pour %Ln conversation&#xa0;: %2 touches, %3 clics et %4 secondes.</numerusform>
            <numerusform>Ces %1 derniers jours, pour %Ln conversations&#xa0;: %2 touches, %3 clics et %4 secondes chacune.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: clicked %Ln time(s). The key %2 does it.</source>
        <translation>
            <numerusform>%1&#xa0;: %Ln clic. La touche %2 le fait.</numerusform>
            <numerusform>%1&#xa0;: %Ln clics. La touche %2 le fait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::EffortMeter</name>
    <message>
        <source>Keys and seconds per conversation, for yourself</source>
        <translation>Touches et secondes par conversation, pour vous-même</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EnteredPage</name>
    <message>
        <source>Enter</source>
        <translation>Saisir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take back the last</source>
        <translation>Annuler la dernière saisie</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Something else was done since: take that back first.</source>
        <translation>Autre chose a été fait depuis&#xa0;: annulez-le d’abord.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EntryWidget</name>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Note de %1</translation>
    </message>
    <message>
        <source>internal note, never sent</source>
        <translation>note interne, jamais envoyée</translation>
    </message>
    <message>
        <source>Internal note, never sent: %1</source>
        <translation>Note interne, jamais envoyée&#xa0;: %1</translation>
    </message>
    <message>
        <source>A message of this conversation has not been seen here.</source>
        <translation>Un message de cette conversation n’a pas été vu ici.</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Le chercher</translation>
    </message>
    <message>
        <source>Fetch the missing message</source>
        <translation>Chercher le message manquant</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message numerus="yes">
        <source>relayed %n time(s)</source>
        <translation>
            <numerusform>relayé %n fois</numerusform>
            <numerusform>relayé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 without a description</source>
        <translation>%1 sans description</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of media, its description</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Leaves in %1</source>
        <translation>Part dans %1</translation>
    </message>
    <message>
        <source>About to leave</source>
        <translation>Sur le départ</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Outcome unknown: it may have been sent. It is being checked by reading back, never by sending again.</source>
        <translation>Issue inconnue&#xa0;: c’est peut-être parti. On vérifie en relisant, jamais en renvoyant.</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Non envoyé. %1</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Non envoyé.</translation>
    </message>
    <message>
        <source>Not sent: its time passed while nothing could be sent.</source>
        <translation>Non envoyé&#xa0;: l’heure est passée alors que rien ne pouvait partir.</translation>
    </message>
    <message>
        <source>Our answer</source>
        <translation>Notre réponse</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Our answer. %1</source>
        <translation>Notre réponse. %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>en cours d&apos;envoi</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyée</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>issue inconnue</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>pas envoyée</translation>
    </message>
    <message>
        <source>Quotes %1</source>
        <translation>Cite %1</translation>
    </message>
    <message>
        <source>Quotes %1: %2</source>
        <translation>Cite %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Hide what was changed</source>
        <translation>Cacher ce qui a changé</translation>
    </message>
    <message numerus="yes">
        <source>Edited %n time(s): what was changed?</source>
        <translation>
            <numerusform>Modifié une fois&#xa0;: qu&apos;est-ce qui a changé&#xa0;?</numerusform>
            <numerusform>Modifié %n fois&#xa0;: qu&apos;est-ce qui a changé&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant&#xa0;: %1</translation>
    </message>
    <message>
        <source>Part %1 of %2: %3</source>
        <translation>Partie %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>A message of this conversation is being fetched…</source>
        <translation>Un message de cette conversation est en train d&apos;être lu…</translation>
    </message>
    <message>
        <source>A message of this conversation is not to be had: it was deleted, or is not shown to this account.</source>
        <translation>Un message de cette conversation est introuvable&#xa0;: il a été supprimé, ou n&apos;est pas montré à ce compte.</translation>
    </message>
    <message>
        <source>A message of this conversation could not be fetched. %1</source>
        <translation>Un message de cette conversation n&apos;a pas pu être lu. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message numerus="yes">
        <source>Show %n message(s) below</source>
        <translation>
            <numerusform>Montrer %n message en dessous</numerusform>
            <numerusform>Montrer %n messages en dessous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold %n message(s) below</source>
        <translation>
            <numerusform>Replier %n message en dessous</numerusform>
            <numerusform>Replier %n messages en dessous</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken by the network; it should be shown by now and is not. It is looked up again by itself.</source>
        <translation>Acceptée par le réseau&#xa0;; elle devrait être visible et ne l&apos;est pas. Elle est vérifiée d&apos;elle-même.</translation>
    </message>
    <message>
        <source>Taken by the network, held for moderation: not shown yet</source>
        <translation>Acceptée par le réseau, retenue pour modération&#xa0;: pas encore visible</translation>
    </message>
    <message>
        <source>Sent, visible on the network</source>
        <translation>Envoyée, visible sur le réseau</translation>
    </message>
    <message>
        <source>Held back: a colleague answered on the network while it waited. Read their answer; &quot;Send again&quot; sends yours as well.</source>
        <translation>Retenue&#xa0;: un collègue a répondu sur le réseau pendant qu&apos;elle attendait. Lisez sa réponse&#xa0;; «&#xa0;Renvoyer&#xa0;» envoie aussi la vôtre.</translation>
    </message>
    <message>
        <source>Kept back by a pause of publishing: it leaves only after a decision.</source>
        <translation>Retenu par une pause des publications&#xa0;: cela ne part qu’après une décision.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EraseDialog</name>
    <message>
        <source>Looking through the whole workspace...</source>
        <translation>Recherche dans tout l’espace de travail...</translation>
    </message>
    <message>
        <source>Forget this person</source>
        <translation>Oublier cette personne</translation>
    </message>
    <message>
        <source>What stays: that there was somebody, when something was said and on which network, in which language and tone, so that no figure changes. Copies of the workspace made before, and the network itself, still hold what they held.</source>
        <translation>Ce qui reste&#xa0;: qu’il y a eu quelqu’un, quand quelque chose a été dit et sur quel réseau, dans quelle langue et sur quel ton, afin qu’aucun chiffre ne change. Les copies de l’espace de travail faites auparavant, et le réseau lui-même, contiennent toujours ce qu’ils contenaient.</translation>
    </message>
    <message>
        <source>Keep what is kept as evidence (a legal claim)</source>
        <translation>Conserver ce qui est gardé comme preuve (droit en justice)</translation>
    </message>
    <message>
        <source>Take in again what they write later, as of somebody new</source>
        <translation>Reprendre ce que la personne écrira plus tard, comme venant d’un inconnu</translation>
    </message>
    <message>
        <source>Letter 12; never who it is</source>
        <translation>Lettre 12&#xa0;; jamais de qui il s’agit</translation>
    </message>
    <message>
        <source>Reason, for the log</source>
        <translation>Motif, pour le journal</translation>
    </message>
    <message>
        <source>There is no way back. To forget this person, type %1 here:</source>
        <translation>Il n’y a pas de retour. Pour oublier cette personne, écrivez ici %1&#xa0;:</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>Oubli en cours</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Oublier pour de bon</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name, a handle</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>name, handle, picture and profile of %n identity(ies)</source>
        <translation>
            <numerusform>nom, identifiant, image et profil de %n identité</numerusform>
            <numerusform>nom, identifiant, image et profil de %n identités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the words of %n message(s) of theirs</source>
        <translation>
            <numerusform>les mots de %n message de sa part</numerusform>
            <numerusform>les mots de %n messages de sa part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the words of %n answer(s) of ours to them; what has not left is cancelled</source>
        <translation>
            <numerusform>les mots de %n réponse de notre part&#xa0;; ce qui n’est pas parti est annulé</numerusform>
            <numerusform>les mots de %n réponses de notre part&#xa0;; ce qui n’est pas parti est annulé</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to colleagues, with their answers</source>
        <translation>
            <numerusform>%n question à des collègues, avec leurs réponses</numerusform>
            <numerusform>%n questions à des collègues, avec leurs réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>their name in %n message(s) of others</source>
        <translation>
            <numerusform>son nom dans %n message d’autrui</numerusform>
            <numerusform>son nom dans %n messages d’autrui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) kept as evidence, unless you keep them; that they were there, when and why they went stays in the chain</source>
        <translation>
            <numerusform>%n entrée gardée comme preuve, sauf si vous la conservez&#xa0;; son existence, sa date et le motif de son départ restent dans la chaîne</numerusform>
            <numerusform>%n entrées gardées comme preuves, sauf si vous les conservez&#xa0;; leur existence, leur date et le motif de leur départ restent dans la chaîne</numerusform>
        </translation>
    </message>
    <message>
        <source>steps, consents, data they gave, what was promised to them; what touched them can no longer be undone</source>
        <translation>étapes, consentements, données remises, promesses qui lui ont été faites&#xa0;; ce qui l’a concernée ne peut plus être annulé</translation>
    </message>
    <message>
        <source>What will go:</source>
        <translation>Ce qui partira&#xa0;:</translation>
    </message>
    <message>
        <source>An answer to them is on its way. Wait until it has left, or take it back; nothing was erased.</source>
        <translation>Une réponse à cette personne est en route. Attendez qu’elle soit partie, ou reprenez-la&#xa0;; rien n’a été effacé.</translation>
    </message>
    <message>
        <source>The file was written anew: deleted words are in no page of it.</source>
        <translation>Le fichier a été réécrit&#xa0;: aucune page ne contient plus les mots effacés.</translation>
    </message>
    <message>
        <source>The file could not be written anew now (%1); deleted words go from unused pages when it is next compacted.</source>
        <translation>Le fichier n’a pas pu être réécrit maintenant (%1)&#xa0;; les mots effacés quitteront les pages inutilisées au prochain compactage.</translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: %n message(s),</source>
        <translation>
            <numerusform>Oublié&#xa0;: %n message,</numerusform>
            <numerusform>Oublié&#xa0;: %n messages,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s), entry %1 of the log.</source>
        <translation>
            <numerusform>%n réponse, entrée %1 du journal.</numerusform>
            <numerusform>%n réponses, entrée %1 du journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recount could not be made: %1</source>
        <translation>Le recomptage n’a pas pu être fait&#xa0;: %1</translation>
    </message>
    <message>
        <source>Recount over every text of every table: nothing is left.</source>
        <translation>Recomptage sur tous les textes de toutes les tables&#xa0;: il ne reste rien.</translation>
    </message>
    <message numerus="yes">
        <source>Still there: %1 (%n row(s))</source>
        <translation>
            <numerusform>Encore présent&#xa0;: %1 (%n ligne)</numerusform>
            <numerusform>Encore présent&#xa0;: %1 (%n lignes)</numerusform>
        </translation>
    </message>
    <message>
        <source>This person is forgotten here</source>
        <translation>Cette personne est oubliée ici</translation>
    </message>
    <message>
        <source>ERASE</source>
        <comment>typed to confirm; letters only</comment>
        <translation>EFFACER</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EventDialog</name>
    <message>
        <source>All day</source>
        <translation>Toute la journée</translation>
    </message>
    <message>
        <source>Stays where it is when day D of the campaign moves</source>
        <translation>Reste en place quand le jour J de la campagne bouge</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Nouvel événement</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagne</translation>
    </message>
    <message>
        <source>People expected</source>
        <translation>Personnes attendues</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Delete the event</source>
        <translation>Supprimer l’événement</translation>
    </message>
    <message>
        <source>no campaign</source>
        <translation>aucune campagne</translation>
    </message>
    <message>
        <source>In the zone %1.</source>
        <translation>Dans le fuseau %1.</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>distance: words of a post; its state</comment>
        <translation>%1&#xa0;: %2&#x202f;; %3</translation>
    </message>
    <message>
        <source>No post belongs to it yet: a post is given to an event in its editor.</source>
        <translation>Aucune publication n’en dépend encore&#xa0;: on rattache une publication à un événement dans son éditeur.</translation>
    </message>
    <message>
        <source>Posts around it</source>
        <translation>Publications autour</translation>
    </message>
    <message>
        <source>The event is not saved: give it a name.</source>
        <translation>L’événement n’est pas enregistré&#xa0;: donnez-lui un nom.</translation>
    </message>
    <message>
        <source>The event is not saved: it ends before it begins.</source>
        <translation>L’événement n’est pas enregistré&#xa0;: il finit avant de commencer.</translation>
    </message>
    <message>
        <source>Event deleted; its posts stay.</source>
        <translation>Événement supprimé&#x202f;; ses publications restent.</translation>
    </message>
    <message>
        <source>day %1</source>
        <comment>distance from an event: day -3</comment>
        <translation>jour %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EvidenceModel</name>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservé</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>the end of the time of keeping</comment>
        <translation>Jusqu’au</translation>
    </message>
</context>
<context>
    <name>vigie::ui::EvidencePanel</name>
    <message>
        <source>Show what is kept as evidence</source>
        <translation>Voir ce qui est conservé comme preuve</translation>
    </message>
    <message>
        <source>Verify the chain</source>
        <translation>Vérifier la chaîne</translation>
    </message>
    <message>
        <source>Export all for a lawyer...</source>
        <translation>Tout exporter pour un avocat...</translation>
    </message>
    <message>
        <source>Export the chosen ones...</source>
        <translation>Exporter la sélection...</translation>
    </message>
    <message>
        <source>Erase what was kept...</source>
        <translation>Effacer ce qui a été conservé...</translation>
    </message>
    <message>
        <source>Find among what is kept</source>
        <translation>Chercher dans ce qui est conservé</translation>
    </message>
    <message>
        <source>Back to the feed</source>
        <translation>Retour à la veille</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln élément</numerusform>
            <numerusform>%Ln éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln item(s)</source>
        <translation>
            <numerusform>le plus récent</numerusform>
            <numerusform>les %Ln plus récents</numerusform>
        </translation>
    </message>
    <message>
        <source>Words, an author</source>
        <translation>Des mots, un auteur</translation>
    </message>
    <message>
        <source>Edited or deleted since</source>
        <translation>Modifié ou supprimé depuis</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What is kept as evidence</source>
        <translation>Ce qui est conservé comme preuve</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing is kept as evidence</source>
        <translation>Rien n’est conservé comme preuve</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>Essayez moins de mots.</translation>
    </message>
    <message>
        <source>In the feed or the inbox, the key P keeps a mention with its pictures; what becomes of it is added by itself.</source>
        <translation>Dans la veille ou la boîte, la touche P conserve une mention avec ses images&#x202f;; ce qu’elle devient s’ajoute de soi-même.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>The person asked for it</source>
        <translation>La personne l’a demandé</translation>
    </message>
    <message>
        <source>The time of keeping is over</source>
        <translation>La durée de conservation est passée</translation>
    </message>
    <message>
        <source>The network&apos;s terms ask for it</source>
        <translation>Les conditions du réseau le demandent</translation>
    </message>
    <message>
        <source>It was kept by mistake</source>
        <translation>Conservé par erreur</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Une autre raison</translation>
    </message>
    <message>
        <source>Entry %1 is missing.</source>
        <translation>L’entrée %1 manque.</translation>
    </message>
    <message>
        <source>Entry %1: its number, time, kind, item or hash was changed.</source>
        <translation>Entrée %1&#xa0;: son numéro, sa date, sa nature, son élément ou son empreinte a été changé.</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before.</source>
        <translation>L’entrée %1 ne suit pas la précédente.</translation>
    </message>
    <message>
        <source>Entry %1: its content is not what was captured.</source>
        <translation>Entrée %1&#xa0;: son contenu n’est pas celui qui a été conservé.</translation>
    </message>
    <message>
        <source>Entry %1: its content is gone and nothing says why.</source>
        <translation>Entrée %1&#xa0;: son contenu a disparu et rien ne dit pourquoi.</translation>
    </message>
    <message>
        <source>Entry %1: the column %2 was changed.</source>
        <translation>Entrée %1&#xa0;: la colonne %2 a été changée.</translation>
    </message>
    <message>
        <source>Entry %1: its erasure does not agree with what is there.</source>
        <translation>Entrée %1&#xa0;: son effacement ne s’accorde pas avec ce qui est là.</translation>
    </message>
    <message>
        <source>Entry %1: the bytes of a picture were changed.</source>
        <translation>Entrée %1&#xa0;: une image a été changée.</translation>
    </message>
    <message>
        <source>Entry %1: a picture is missing.</source>
        <translation>Entrée %1&#xa0;: une image manque.</translation>
    </message>
    <message>
        <source>The chain does not hold the hash that was written down.</source>
        <translation>La chaîne ne contient pas l’empreinte qui a été notée.</translation>
    </message>
    <message>
        <source>The chain ends before entry %1, which the journal names.</source>
        <translation>La chaîne s’arrête avant l’entrée %1, que le journal nomme.</translation>
    </message>
    <message>
        <source>The file %1 was changed.</source>
        <translation>Le fichier %1 a été changé.</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>Le fichier %1 manque.</translation>
    </message>
    <message>
        <source>The file %1 is in no list.</source>
        <translation>Le fichier %1 n’est dans aucune liste.</translation>
    </message>
    <message>
        <source>exporting, %p %</source>
        <translation>export en cours, %p&#xa0;%</translation>
    </message>
    <message>
        <source>verifying, %p %</source>
        <translation>vérification en cours, %p&#xa0;%</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Arrêté&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Not sound. %1</source>
        <translation>Altéré. %1</translation>
    </message>
    <message numerus="yes">
        <source>Sound: %Ln entry(ies) verified.</source>
        <translation>
            <numerusform>Intact&#xa0;: %Ln entrée vérifiée.</numerusform>
            <numerusform>Intact&#xa0;: %Ln entrées vérifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain ends with entry %1, SHA-256 %2. Written down elsewhere, this hash shows that nothing before it was changed since.</source>
        <translation>La chaîne finit par l’entrée %1, SHA-256 %2. Notée ailleurs, cette empreinte montre que rien de ce qui précède n’a été changé depuis.</translation>
    </message>
    <message>
        <source>Export for a lawyer</source>
        <translation>Exporter pour un avocat</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>Archives (*.zip)</translation>
    </message>
    <message>
        <source>evidence-%1.zip</source>
        <comment>name of a file</comment>
        <translation>preuves-%1.zip</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Arrêté&#x202f;; aucun fichier n’a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln élément exporté dans %1.</numerusform>
            <numerusform>%Ln éléments exportés dans %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) were left out: their network&apos;s terms forbid to pass them on.</source>
        <translation>
            <numerusform>%Ln élément a été retenu&#xa0;: les conditions de son réseau interdisent de le transmettre.</numerusform>
            <numerusform>%Ln éléments ont été retenus&#xa0;: les conditions de leur réseau interdisent de les transmettre.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain ends with entry %1, SHA-256 %2.</source>
        <translation>La chaîne finit par l’entrée %1, SHA-256 %2.</translation>
    </message>
    <message>
        <source>Erase what was kept</source>
        <translation>Effacer ce qui a été conservé</translation>
    </message>
    <message numerus="yes">
        <source>Words and pictures of %Ln item(s) are erased for good. That they were kept, when, and the reason stay in the chain, which still verifies.</source>
        <translation>
            <numerusform>Le texte et les images de %Ln élément sont effacés pour toujours. Qu’il a été conservé, quand, et la raison restent dans la chaîne, qui se vérifie encore.</numerusform>
            <numerusform>Le texte et les images de %Ln éléments sont effacés pour toujours. Qu’ils ont été conservés, quand, et la raison restent dans la chaîne, qui se vérifie encore.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Letter of ...</source>
        <translation>Courrier du ...</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) erased.</source>
        <translation>
            <numerusform>%Ln élément effacé.</numerusform>
            <numerusform>%Ln éléments effacés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::FeedPanel</name>
    <message>
        <source>Taken back.</source>
        <translation>Repris.</translation>
    </message>
    <message>
        <source>There is nothing to take back, or something else was done since.</source>
        <translation>Il n’y a rien à reprendre, ou autre chose a été fait depuis.</translation>
    </message>
    <message>
        <source>This is a post of ours: there is nothing to answer.</source>
        <translation>C’est une publication de nous&#xa0;: il n’y a rien à répondre.</translation>
    </message>
    <message>
        <source>%1: sent to the inbox</source>
        <comment>author of a mention</comment>
        <translation>%1&#xa0;: envoyé à la boîte de réception</translation>
    </message>
    <message>
        <source>Tagged %1</source>
        <translation>Étiqueté %1</translation>
    </message>
    <message>
        <source>Tag %1 taken off</source>
        <translation>Étiquette %1 ôtée</translation>
    </message>
    <message>
        <source>off-topic</source>
        <comment>name of a tag: not about us</comment>
        <translation>hors-sujet</translation>
    </message>
    <message>
        <source>Tone set to positive</source>
        <translation>Tonalité mise à positive</translation>
    </message>
    <message>
        <source>Tone set to negative</source>
        <translation>Tonalité mise à négative</translation>
    </message>
    <message>
        <source>Tone set to neutral</source>
        <translation>Tonalité mise à neutre</translation>
    </message>
    <message>
        <source>This mention has no page that can be opened.</source>
        <translation>Cette mention n’a pas de page à ouvrir.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Lien copié</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Texte copié</translation>
    </message>
    <message>
        <source>The column %1 was deleted. Its mentions stay.</source>
        <translation>La colonne %1 est supprimée. Ses mentions restent.</translation>
    </message>
    <message>
        <source>Next mention</source>
        <translation>Mention suivante</translation>
    </message>
    <message>
        <source>Previous mention</source>
        <translation>Mention précédente</translation>
    </message>
    <message>
        <source>Column on the left</source>
        <translation>Colonne de gauche</translation>
    </message>
    <message>
        <source>Column on the right</source>
        <translation>Colonne de droite</translation>
    </message>
    <message>
        <source>Into the reading pane</source>
        <translation>Dans le volet de lecture</translation>
    </message>
    <message>
        <source>Show what is new</source>
        <translation>Montrer les nouveautés</translation>
    </message>
    <message>
        <source>Mark the column as read</source>
        <translation>Marquer la colonne comme lue</translation>
    </message>
    <message>
        <source>To inbox</source>
        <translation>À la boîte</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>Open on network</source>
        <translation>Ouvrir sur le réseau</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Not about us</source>
        <translation>Pas sur nous</translation>
    </message>
    <message>
        <source>Tone: positive</source>
        <translation>Tonalité&#xa0;: positive</translation>
    </message>
    <message>
        <source>Tone: neutral</source>
        <translation>Tonalité&#xa0;: neutre</translation>
    </message>
    <message>
        <source>Tone: negative</source>
        <translation>Tonalité&#xa0;: négative</translation>
    </message>
    <message>
        <source>Take back the last action</source>
        <translation>Reprendre la dernière action</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>Edit the column</source>
        <translation>Modifier la colonne</translation>
    </message>
    <message>
        <source>Move the column to the left</source>
        <translation>Déplacer la colonne à gauche</translation>
    </message>
    <message>
        <source>Move the column to the right</source>
        <translation>Déplacer la colonne à droite</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Coverage and gaps</source>
        <translation>Couverture et trous</translation>
    </message>
    <message>
        <source>Delete the column</source>
        <translation>Supprimer la colonne</translation>
    </message>
    <message>
        <source>No column yet</source>
        <translation>Pas encore de colonne</translation>
    </message>
    <message>
        <source>A column is a saved query over everything collected: your brand, a competitor, a subject.</source>
        <translation>Une colonne est une requête gardée sur tout ce qui est collecté&#xa0;: votre marque, un concurrent, un sujet.</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Veille</translation>
    </message>
    <message>
        <source>Keep as evidence</source>
        <translation>Conserver comme preuve</translation>
    </message>
    <message>
        <source>The original of this relay was sent to the inbox</source>
        <translation>L’original de ce relais est dans la boîte de réception</translation>
    </message>
    <message>
        <source>To inbox: this relay, not its original</source>
        <translation>En boîte de réception&#xa0;: ce relais, pas son original</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>Montrer l’original</translation>
    </message>
    <message>
        <source>Not a relay</source>
        <translation>Pas un relais</translation>
    </message>
    <message>
        <source>It relays this mention: join %1</source>
        <translation>Relais de cette mention&#xa0;: y rattacher %1</translation>
    </message>
    <message>
        <source>Join to an original…</source>
        <translation>Rattacher à un original…</translation>
    </message>
    <message>
        <source>Show every relay</source>
        <translation>Montrer chaque relais</translation>
    </message>
    <message>
        <source>Gather relays behind their original</source>
        <translation>Regrouper les relais derrière leur original</translation>
    </message>
    <message>
        <source>It counts as an original from now on.</source>
        <translation>Compte désormais comme un original.</translation>
    </message>
    <message>
        <source>Choose the original and give the same command again; on the same mention it is dropped.</source>
        <translation>Choisissez l’original, puis redonnez la même commande&#xa0;; sur la même mention, elle est abandonnée.</translation>
    </message>
    <message>
        <source>Nothing was joined.</source>
        <translation>Rien n’a été rattaché.</translation>
    </message>
    <message>
        <source>%1 relays this mention from now on.</source>
        <translation>%1 relaie désormais cette mention.</translation>
    </message>
    <message>
        <source>Trends of the column</source>
        <translation>Tendances de la colonne</translation>
    </message>
    <message>
        <source>Show the posts behind</source>
        <translation>Montrer les publications derrière</translation>
    </message>
    <message>
        <source>Add to the query</source>
        <translation>Ajouter à la requête</translation>
    </message>
    <message>
        <source>Leave out of the query</source>
        <translation>Exclure de la requête</translation>
    </message>
    <message>
        <source>Example: the query of the column must find it</source>
        <translation>Exemple&#xa0;: la requête de la colonne doit la trouver</translation>
    </message>
    <message>
        <source>Example: the query of the column must not find it</source>
        <translation>Exemple&#xa0;: la requête de la colonne ne doit pas la trouver</translation>
    </message>
    <message>
        <source>The query was changed, over all history</source>
        <translation>La requête a été changée, sur tout l’historique</translation>
    </message>
    <message>
        <source>About us</source>
        <translation>Sur nous</translation>
    </message>
    <message>
        <source>Back to the column</source>
        <translation>Revenir à la colonne</translation>
    </message>
    <message>
        <source>Show what is kept aside</source>
        <translation>Montrer ce qui est mis de côté</translation>
    </message>
    <message>
        <source>About us or not: what this column learned…</source>
        <translation>Sur nous ou non&#xa0;: ce que cette colonne a appris…</translation>
    </message>
    <message>
        <source>About us: this column learns from it.</source>
        <translation>Sur nous&#xa0;: cette colonne l’apprend.</translation>
    </message>
    <message>
        <source>Not about us: kept aside, and this column learns from it.</source>
        <translation>Pas sur nous&#xa0;: mise de côté, et cette colonne l’apprend.</translation>
    </message>
    <message>
        <source>All marks of this column are forgotten; nothing is kept aside.</source>
        <translation>Toutes les marques de cette colonne sont oubliées&#xa0;; rien n’est mis de côté.</translation>
    </message>
    <message>
        <source>Next unread mention, in any column</source>
        <translation>Prochaine mention non lue, toutes colonnes</translation>
    </message>
    <message>
        <source>Make the column narrower</source>
        <translation>Rétrécir la colonne</translation>
    </message>
    <message>
        <source>Make the column wider</source>
        <translation>Élargir la colonne</translation>
    </message>
    <message>
        <source>As wide as the others</source>
        <translation>Aussi large que les autres</translation>
    </message>
    <message>
        <source>Put the column back</source>
        <translation>Remettre la colonne en place</translation>
    </message>
    <message>
        <source>Column in its own window</source>
        <translation>Colonne dans sa fenêtre</translation>
    </message>
    <message>
        <source>Close the column</source>
        <translation>Fermer la colonne</translation>
    </message>
    <message>
        <source>Open a saved query as a column…</source>
        <translation>Ouvrir une requête enregistrée en colonne…</translation>
    </message>
    <message>
        <source>Go to column %1</source>
        <translation>Aller à la colonne %1</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>Tout est lu.</translation>
    </message>
    <message>
        <source>The column %1 is closed; its query stays.</source>
        <translation>La colonne %1 est fermée&#xa0;; sa requête reste.</translation>
    </message>
    <message>
        <source>Every saved query is a column already.</source>
        <translation>Chaque requête enregistrée est déjà une colonne.</translation>
    </message>
    <message>
        <source>Saved queries that are no column</source>
        <translation>Requêtes enregistrées sans colonne</translation>
    </message>
    <message>
        <source>The filter of this column acts from %1 % on.</source>
        <translation>Le filtre de cette colonne agit à partir de %1&#xa0;%.</translation>
    </message>
    <message>
        <source>The filter of this column is off: only what was marked stays aside.</source>
        <translation>Le filtre de cette colonne est éteint&#xa0;: seul ce qui a été marqué reste à part.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::FieldEditor</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (facultatif)</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::FigureCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Press to see what is behind it.</source>
        <translation>Appuyez pour voir ce qui est derrière.</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>objectif %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::FigureText</name>
    <message>
        <source>no data</source>
        <translation>pas de donnée</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <comment>stars</comment>
        <translation>%1 sur 5</translation>
    </message>
    <message>
        <source>%1 a post</source>
        <translation>%1 par publication</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 par jour</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1&#xa0;pt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>rien à comparer</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1, not distinguishable</source>
        <translation>%1, non distinguable</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2&#xa0;; %3]</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n publication</numerusform>
            <numerusform>%n publications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n avis</numerusform>
            <numerusform>%n avis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>95 %: %1 to %2</source>
        <translation>95&#x202f;%&#xa0;: %1 à %2</translation>
    </message>
    <message>
        <source>The network has not given this since %1: %2</source>
        <translation>Le réseau ne le donne plus depuis le %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without</source>
        <translation>
            <numerusform>%n ligne sans</numerusform>
            <numerusform>%n lignes sans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network does not give this for %n row(s)</source>
        <translation>
            <numerusform>Le réseau ne le donne pas pour %n ligne</numerusform>
            <numerusform>Le réseau ne le donne pas pour %n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) judged by the counts of an earlier day</source>
        <translation>
            <numerusform>%n ligne jugée sur les compteurs d’un jour antérieur</numerusform>
            <numerusform>%n lignes jugées sur les compteurs d’un jour antérieur</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the oldest since %2</source>
        <translation>%1, la plus ancienne depuis le %2</translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n encore ouverte</numerusform>
            <numerusform>%n encore ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n row(s): read it with care</source>
        <translation>
            <numerusform>Seulement %n ligne&#xa0;: à lire avec prudence</numerusform>
            <numerusform>Seulement %n lignes&#xa0;: à lire avec prudence</numerusform>
        </translation>
    </message>
    <message>
        <source>Counts vary %1 times as much as chance: the interval is wider for it</source>
        <translation>Les comptes varient %1 fois plus que le hasard&#xa0;: l’intervalle est élargi d’autant</translation>
    </message>
    <message>
        <source>The panel changed on %1: figures before and after are not of the same panel</source>
        <translation>Le panel a changé le %1&#xa0;: avant et après, ce n’est pas le même panel</translation>
    </message>
    <message>
        <source>The panel changed in this period</source>
        <translation>Le panel a changé pendant cette période</translation>
    </message>
    <message>
        <source>%1 of the period seen</source>
        <translation>%1 de la période vus</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: ours, deleted, or kept aside</source>
        <translation>
            <numerusform>%n ligne écartée&#xa0;: la nôtre, supprimée ou mise de côté</numerusform>
            <numerusform>%n lignes écartées&#xa0;: les nôtres, supprimées ou mises de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not given</source>
        <translation>
            <numerusform>%n non donnée</numerusform>
            <numerusform>%n non données</numerusform>
        </translation>
    </message>
    <message>
        <source>the panel changed</source>
        <translation>le panel a changé</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ouverte</numerusform>
            <numerusform>%n ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>few rows</source>
        <translation>peu de lignes</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimé</translation>
    </message>
    <message>
        <source>earlier counts</source>
        <translation>compteurs antérieurs</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>tone: accuracy not measured (%n label(s) by hand, 50 are needed)</source>
        <translation>
            <numerusform>tonalité&#xa0;: justesse non mesurée (%n correction à la main, il en faut 50)</numerusform>
            <numerusform>tonalité&#xa0;: justesse non mesurée (%n corrections à la main, il en faut 50)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tone: right in %1 (%2 to %3) of %n label(s) by hand</source>
        <translation>
            <numerusform>tonalité&#xa0;: juste dans %1 (%2 à %3) de %n correction à la main</numerusform>
            <numerusform>tonalité&#xa0;: juste dans %1 (%2 à %3) des %n corrections à la main</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; mentions are judged anew, %2 done: until then two judgements are mixed</source>
        <comment>accuracy of tones, share</comment>
        <translation>%1&#x202f;; les mentions sont rejugées, %2 faites&#xa0;: d’ici là deux jugements se mêlent</translation>
    </message>
    <message>
        <source>no interval: that of the index is drawn over authors, and stands for the whole alone</source>
        <translation>pas d’intervalle&#xa0;: celui de l’indice est tiré des auteurs, et ne vaut que pour l’ensemble</translation>
    </message>
    <message>
        <source>no interval: medians and quantiles are not sums</source>
        <translation>pas d’intervalle&#xa0;: médianes et quantiles ne sont pas des sommes</translation>
    </message>
    <message>
        <source>no interval: too few rows</source>
        <translation>pas d’intervalle&#xa0;: trop peu de lignes</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 par heure</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an amount and its currency</comment>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <comment>of visits and goals</comment>
        <translation>
            <numerusform>%n saisie</numerusform>
            <numerusform>%n saisies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a survey</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of which only an estimate is known</source>
        <translation>
            <numerusform>%n élément dont on n’a qu’une estimation</numerusform>
            <numerusform>%n éléments dont on n’a qu’une estimation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) left out: they work for us, are paid by us, or asked not to be ranked</source>
        <translation>
            <numerusform>%n personne écartée&#xa0;: elle travaille pour nous, est payée par nous ou a demandé à ne pas être classée</numerusform>
            <numerusform>%n personnes écartées&#xa0;: elles travaillent pour nous, sont payées par nous ou ont demandé à ne pas être classées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not comparable: amounts in %n currency(ies) are never added up</source>
        <translation>
            <numerusform>Non comparable&#xa0;: des montants en %n monnaie ne s’additionnent pas</numerusform>
            <numerusform>Non comparable&#xa0;: des montants en %n monnaies ne s’additionnent pas</numerusform>
        </translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>non comparable</translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n répondue</numerusform>
            <numerusform>%n répondues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::FindModel</name>
    <message>
        <source>All</source>
        <comment>kinds of what is found</comment>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation>Textes antérieurs</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Our answers</source>
        <translation>Nos réponses</translation>
    </message>
    <message>
        <source>Planned posts</source>
        <translation>Publications prévues</translation>
    </message>
    <message>
        <source>Earlier text by %1</source>
        <translation>Texte antérieur de %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Note de %1</translation>
    </message>
    <message>
        <source>Our answer</source>
        <translation>Notre réponse</translation>
    </message>
    <message>
        <source>Our answer as %1</source>
        <translation>Notre réponse en tant que %1</translation>
    </message>
    <message>
        <source>Planned post</source>
        <translation>Publication prévue</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>vigie::ui::FindStep</name>
    <message>
        <source>Type an address or a handle, or choose a network below.</source>
        <translation>Tapez une adresse ou un identifiant, ou choisissez un réseau ci-dessous.</translation>
    </message>
    <message>
        <source>This cannot be an address: a name or a password stands before the host. Nothing was asked.</source>
        <translation>Ce ne peut pas être une adresse&#xa0;: un nom ou un mot de passe précède l’hôte. Rien n’a été demandé.</translation>
    </message>
    <message>
        <source>This server is in a private network, so it was not asked. If it is yours, tick &quot;%1&quot; and try again.</source>
        <translation>Ce serveur est dans un réseau privé et n’a donc pas été interrogé. S’il est à vous, cochez «&#xa0;%1&#xa0;» et réessayez.</translation>
    </message>
    <message>
        <source>Nobody there is of a network that Vigie speaks. Check the address, or choose the network below.</source>
        <translation>Personne là-bas n’est d’un réseau que Vigie connaît. Vérifiez l’adresse, ou choisissez le réseau ci-dessous.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Files of yours that should be networks and cannot be used:</source>
        <translation>Des fichiers à vous qui devraient être des réseaux et ne peuvent pas servir&#xa0;:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Connecter un compte</translation>
    </message>
    <message>
        <source>Address or handle</source>
        <translation>Adresse ou identifiant</translation>
    </message>
    <message>
        <source>Of your account, your site, your server, a feed, a page with reviews: Vigie finds out what it is.</source>
        <translation>De votre compte, de votre site, de votre serveur, d’un flux, d’une page d’avis&#xa0;: Vigie trouve ce que c’est.</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Asking who lives at this address...</source>
        <translation>On demande qui habite à cette adresse…</translation>
    </message>
    <message>
        <source>This server is in my own network</source>
        <translation>Ce serveur est dans mon propre réseau</translation>
    </message>
    <message>
        <source>For a server of your house or company, with an address that the internet cannot reach. Left unticked, Vigie refuses such addresses, so that nobody can make it knock on doors behind your router.</source>
        <translation>Pour un serveur de chez vous ou de votre entreprise, à une adresse qu’internet ne peut pas atteindre. Si la case n’est pas cochée, Vigie refuse ces adresses, pour que personne ne puisse lui faire frapper aux portes derrière votre routeur.</translation>
    </message>
    <message>
        <source>This is what was found, then every network</source>
        <translation>Voici ce qui a été trouvé, puis tous les réseaux</translation>
    </message>
    <message>
        <source>Or choose a network</source>
        <translation>Ou choisissez un réseau</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>vigie::ui::FirstCommentSection</name>
    <message>
        <source>%1: %2</source>
        <comment>account: state of its first comment</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>Premier commentaire</translation>
    </message>
    <message>
        <source>Said under the post by the same account, once it is there</source>
        <translation>Dit sous la publication par le même compte, une fois qu’elle est là</translation>
    </message>
</context>
<context>
    <name>vigie::ui::FormulaEditor</name>
    <message>
        <source>Formula</source>
        <translation>Formule</translation>
    </message>
    <message>
        <source>Figures with filters, joined by + - * / and functions. Ctrl+Space shows what may be typed.</source>
        <translation>Des indicateurs avec des filtres, joints par + - * / et des fonctions. Ctrl+Espace montre ce qui peut s’écrire.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <comment>place in a formula, what is wrong there</comment>
        <translation>Colonne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>In %1; its value is being read.</source>
        <comment>a unit</comment>
        <translation>En %1&#x202f;; lecture de la valeur.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a value, its interval</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::GoalsPage</name>
    <message>
        <source>What visits from a network were worth: enter the visits of some days as your web analytics says them, then each goal that they reached. The same days again add a goal, or change it.</source>
        <translation>Ce qu’ont valu les visites venues d’un réseau&#xa0;: saisissez les visites de quelques jours telles que les donne votre mesure d’audience, puis chaque objectif atteint. Les mêmes jours une seconde fois ajoutent un objectif, ou le changent.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visites</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Objectifs</translation>
    </message>
    <message>
        <source>A visit</source>
        <translation>Une visite</translation>
    </message>
    <message>
        <source>Visits and goals</source>
        <translation>Visites et objectifs</translation>
    </message>
    <message>
        <source>Order, newsletter...</source>
        <translation>Commande, lettre…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <source>Worth of one</source>
        <translation>Valeur unitaire</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Nothing was entered: choose a network.</source>
        <translation>Rien n’a été saisi&#xa0;: choisissez un réseau.</translation>
    </message>
    <message>
        <source>Nothing was entered: the last day is before the first.</source>
        <translation>Rien n’a été saisi&#xa0;: le dernier jour précède le premier.</translation>
    </message>
    <message>
        <source>Nothing was entered: %1 has an entry for %2 already, and its visits would count twice.</source>
        <translation>Rien n’a été saisi&#xa0;: %1 a déjà une saisie pour %2, et ses visites compteraient deux fois.</translation>
    </message>
    <message>
        <source>Nothing was entered: a currency has three letters, as EUR.</source>
        <translation>Rien n’a été saisi&#xa0;: une monnaie a trois lettres, comme EUR.</translation>
    </message>
    <message>
        <source>%1, %2: entered</source>
        <comment>network, days</comment>
        <translation>%1, %2&#xa0;: saisi</translation>
    </message>
    <message>
        <source>%1, %2: removed</source>
        <comment>network, days</comment>
        <translation>%1, %2&#xa0;: retiré</translation>
    </message>
    <message>
        <source>%1: %2 x %3</source>
        <comment>goal, times, worth of one</comment>
        <translation>%1&#xa0;: %2&#xa0;×&#xa0;%3</translation>
    </message>
</context>
<context>
    <name>vigie::ui::GridView</name>
    <message>
        <source>%1 %2, free</source>
        <comment>day and time of an empty place</comment>
        <translation>%1 %2, libre</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>name of the view, then the place of the cursor</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Arrows choose, Alt and arrows move the post, Enter edits, N makes a post here. The agenda shows the same posts as a list.</source>
        <translation>Les flèches choisissent, Alt et les flèches déplacent la publication, Entrée la modifie, N en crée une ici. L’agenda montre les mêmes publications en liste.</translation>
    </message>
    <message>
        <source>planned in the zone %1</source>
        <translation>planifié dans le fuseau %1</translation>
    </message>
    <message>
        <source>%1. %2. %3</source>
        <comment>name of the view, the place of the cursor, what the day brings</comment>
        <translation>%1. %2. %3</translation>
    </message>
</context>
<context>
    <name>vigie::ui::HandOverSection</name>
    <message>
        <source>Leave it to the network&apos;s own clock</source>
        <translation>Confier à l’horloge du réseau</translation>
    </message>
    <message>
        <source>%1 keeps it and publishes it at its hour, also while this computer is off. Changes and cancelling are passed on until two minutes before.</source>
        <translation>%1 la garde et la publie à son heure, même si cet ordinateur est éteint. Changements et annulation sont transmis jusqu’à deux minutes avant.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::HandoverDesk</name>
    <message>
        <source>Take the ticket, or give it back</source>
        <translation>Prendre le ticket, ou le rendre</translation>
    </message>
    <message>
        <source>Shift sheet</source>
        <translation>Feuille de passation</translation>
    </message>
    <message>
        <source>Give open tickets their owners by scope</source>
        <translation>Donner aux tickets ouverts leur responsable selon le périmètre</translation>
    </message>
    <message>
        <source>Save a bundle for another machine</source>
        <translation>Enregistrer un lot pour une autre machine</translation>
    </message>
    <message>
        <source>Take in a bundle from another machine</source>
        <translation>Reprendre un lot d’une autre machine</translation>
    </message>
    <message>
        <source>Conflicts of bundles</source>
        <translation>Conflits des lots</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) given an owner</source>
        <translation>
            <numerusform>%Ln ticket confié</numerusform>
            <numerusform>%Ln tickets confiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln handed on</source>
        <translation>
            <numerusform>%Ln transmis</numerusform>
            <numerusform>%Ln transmis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln laissé</numerusform>
            <numerusform>%Ln laissés</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a bundle</source>
        <translation>Enregistrer un lot</translation>
    </message>
    <message>
        <source>Take in a bundle</source>
        <translation>Reprendre un lot</translation>
    </message>
    <message>
        <source>This file is no bundle that can be read: nothing was taken in.</source>
        <translation>Ce fichier n’est pas un lot lisible&#xa0;: rien n’a été repris.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of %1 taken in</source>
        <translation>
            <numerusform>%Ln changement de %1 repris</numerusform>
            <numerusform>%Ln changements de %1 repris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln conflit</numerusform>
            <numerusform>%Ln conflits</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Lots</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>The bundle stands in %1. It is not signed: there is no keyring to keep a key in.</source>
        <translation>Le lot est dans %1. Il n’est pas signé&#xa0;: il n’y a pas de trousseau où garder une clé.</translation>
    </message>
    <message>
        <source>The bundle stands in %1, signed by %2. Whoever takes it in compares this once.</source>
        <translation>Le lot est dans %1, signé par %2. Qui le reprend compare cette empreinte une fois.</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>quelqu’un sans nom</translation>
    </message>
    <message>
        <source>This bundle is not signed. It says that %1 made it, and anybody may have written that.</source>
        <translation>Ce lot n’est pas signé. Il dit venir de %1, et n’importe qui a pu l’écrire.</translation>
    </message>
    <message>
        <source>This bundle says that %1 made it. It is signed by a machine that nobody here has trusted yet.</source>
        <translation>Ce lot dit venir de %1. Il est signé par une machine à laquelle personne ici n’a encore fait confiance.</translation>
    </message>
    <message>
        <source>Take it in only if you know where it comes from. One undo does not take it back.</source>
        <translation>Ne le reprenez que si vous savez d’où il vient. Une annulation ne suffit pas à revenir en arrière.</translation>
    </message>
    <message>
        <source>Its fingerprint is
%1
Compare it with what the other machine says when it saves a bundle. One undo does not take it back.</source>
        <translation>Son empreinte est
%1
Comparez-la avec celle que l’autre machine affiche en enregistrant un lot. Une annulation ne suffit pas à revenir en arrière.</translation>
    </message>
    <message>
        <source>Take in this one</source>
        <translation>Reprendre celui-ci</translation>
    </message>
    <message>
        <source>Trust the machine and take it in</source>
        <translation>Faire confiance et reprendre</translation>
    </message>
    <message>
        <source>The bundle was damaged or changed on its way: nothing was taken in.</source>
        <translation>Le lot a été abîmé ou modifié en chemin&#xa0;: rien n’a été repris.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::HeldDialog</name>
    <message>
        <source>Move to</source>
        <translation>Déplacer à</translation>
    </message>
    <message>
        <source>What a pause kept back</source>
        <translation>Ce qu’une pause a retenu</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Kept back because</source>
        <translation>Retenu parce que</translation>
    </message>
    <message>
        <source>If it is kept</source>
        <translation>Si on le garde</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Cancel the post</source>
        <translation>Annuler la publication</translation>
    </message>
    <message>
        <source>Leaves at its hour; if that has passed, within its lateness at once, else it counts as missed and asks (K)</source>
        <translation>Part à son heure&#x202f;; si elle est passée, tout de suite dans la limite de son retard, sinon elle compte comme manquée et demande (K)</translation>
    </message>
    <message>
        <source>The first chosen post goes to this hour, the others follow at the distances they had (M)</source>
        <translation>La première publication choisie va à cette heure, les autres suivent avec les écarts qu’elles avaient (M)</translation>
    </message>
    <message>
        <source>Does not leave; a post of which nothing was sent is a draft again (Del)</source>
        <translation>Ne part pas&#x202f;; une publication dont rien n’est parti redevient un brouillon (Suppr)</translation>
    </message>
    <message>
        <source>still paused</source>
        <translation>encore en pause</translation>
    </message>
    <message>
        <source>leaves at its hour</source>
        <translation>part à son heure</translation>
    </message>
    <message>
        <source>leaves at once</source>
        <translation>part tout de suite</translation>
    </message>
    <message>
        <source>missed: %1 late</source>
        <translation>manquée&#xa0;: %1 de retard</translation>
    </message>
    <message>
        <source>leaves at once, %1 late</source>
        <translation>part tout de suite, %1 de retard</translation>
    </message>
    <message>
        <source>Nothing is kept back.</source>
        <translation>Rien n’est retenu.</translation>
    </message>
    <message>
        <source>None of these leaves by itself. Choose one or several, then keep, move or cancel them.</source>
        <translation>Rien de ceci ne part tout seul. Choisissez une ou plusieurs lignes, puis gardez, déplacez ou annulez.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>tout de suite</translation>
    </message>
    <message>
        <source>Nothing was moved: that time has already passed. Choose a later one.</source>
        <translation>Rien n’a été déplacé&#xa0;: cette heure est déjà passée. Choisissez-en une plus tardive.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) cancelled.</source>
        <translation>
            <numerusform>%Ln publication annulée.</numerusform>
            <numerusform>%Ln publications annulées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) moved.</source>
        <translation>
            <numerusform>%Ln publication déplacée.</numerusform>
            <numerusform>%Ln publications déplacées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) kept.</source>
        <translation>
            <numerusform>%Ln publication gardée.</numerusform>
            <numerusform>%Ln publications gardées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::HintBar</name>
    <message>
        <source>See it</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>See what we said then</source>
        <translation>Voir ce que nous avions dit</translation>
    </message>
    <message>
        <source>It is meant so</source>
        <translation>C’est voulu</translation>
    </message>
</context>
<context>
    <name>vigie::ui::HourMap</name>
    <message>
        <source>Hours of the week</source>
        <translation>Heures de la semaine</translation>
    </message>
    <message>
        <source>No hour stands out.</source>
        <translation>Aucune heure ne se détache.</translation>
    </message>
    <message>
        <source>Better than usual: %1.</source>
        <comment>hours</comment>
        <translation>Mieux que d’habitude&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::HourSection</name>
    <message>
        <source>%1: %2.</source>
        <comment>an hour of the week, what it brings</comment>
        <translation>%1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: you have never posted near this hour.</source>
        <comment>an hour of the week</comment>
        <translation>%1&#xa0;: vous n’avez jamais publié autour de cette heure.</translation>
    </message>
    <message>
        <source>Better than usual: %1.</source>
        <comment>hours of the week</comment>
        <translation>Mieux que d’habitude&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Comments to expect in 24 hours: %1.</source>
        <comment>a number and its interval</comment>
        <translation>Commentaires à prévoir en 24 heures&#xa0;: %1.</translation>
    </message>
    <message>
        <source>When somebody is on duty is not known: no hours are set (service levels of the inbox).</source>
        <translation>On ne sait pas quand quelqu’un est de service&#xa0;: aucun horaire n’est réglé (niveaux de service de la boîte de réception).</translation>
    </message>
    <message>
        <source>Somebody is on duty while they come.</source>
        <translation>Quelqu’un est de service quand ils arrivent.</translation>
    </message>
    <message>
        <source>%1 of them come while nobody is on duty: %2.</source>
        <comment>a number, stretches of time</comment>
        <translation>%1 d’entre eux arrivent quand personne n’est de service&#xa0;: %2.</translation>
    </message>
    <message>
        <source>At this hour</source>
        <translation>À cette heure</translation>
    </message>
    <message>
        <source>When to post...</source>
        <translation>Quand publier…</translation>
    </message>
</context>
<context>
    <name>vigie::ui::IdentitiesDialog</name>
    <message>
        <source>Identities put together</source>
        <translation>Identités réunies</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>Identities of one person</source>
        <translation>Identités d’une personne</translation>
    </message>
    <message>
        <source>Who may be one person</source>
        <translation>Qui peut être une seule personne</translation>
    </message>
    <message>
        <source>Who may be the same person, and why</source>
        <translation>Qui peut être la même personne, et pourquoi</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>Take the chosen identities apart</source>
        <translation>Séparer les identités choisies</translation>
    </message>
    <message>
        <source>Both are as they were, with what came in meanwhile on the side it came from.</source>
        <translation>Chacune redevient ce qu’elle était, avec ce qui est arrivé entre-temps du côté d’où c’est venu.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Name or handle</source>
        <translation>Nom ou identifiant</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Trouver quelqu’un</translation>
    </message>
    <message>
        <source>How you know: they said so, one order from both ...</source>
        <translation>Comment vous le savez&#xa0;: elle l’a dit, une commande commune...</translation>
    </message>
    <message>
        <source>How you know</source>
        <translation>Comment vous le savez</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Put the person found together with this one</source>
        <translation>Réunir la personne trouvée avec celle-ci</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a handle, a network</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 and %2: %3
put together by %4 on %5</source>
        <comment>two handles, why, who, when</comment>
        <translation>%1 et %2&#xa0;: %3
réunies par %4 le %5</translation>
    </message>
    <message>
        <source>without a reason</source>
        <translation>sans motif</translation>
    </message>
    <message>
        <source>Two people again, each with what is their own</source>
        <translation>De nouveau deux personnes, chacune avec ce qui lui appartient</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>a name, a handle, a network</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Personne n’est trouvé</translation>
    </message>
    <message>
        <source>One person now; it can be taken apart again here</source>
        <translation>Une seule personne désormais&#xa0;; on peut la séparer de nouveau ici</translation>
    </message>
    <message>
        <source>The terms of one of these networks forbid linking its members with those of others.</source>
        <translation>Les conditions de l’un de ces réseaux interdisent de relier ses membres à ceux d’autres réseaux.</translation>
    </message>
    <message>
        <source>A colleague said that these are two people.</source>
        <translation>Un collègue a dit qu’il s’agit de deux personnes.</translation>
    </message>
    <message>
        <source>Put together after all</source>
        <translation>Réunir malgré tout</translation>
    </message>
    <message>
        <source>They are one person already.</source>
        <translation>C’est déjà une seule personne.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name, then their handles</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ImportCalendarDialog</name>
    <message>
        <source>Entries become drafts of posts, not events</source>
        <translation>Les entrées deviennent des brouillons, non des événements</translation>
    </message>
    <message>
        <source>Take in %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>Hours without a zone are those of</source>
        <translation>Les heures sans fuseau sont celles de</translation>
    </message>
    <message>
        <source>Dates like 05/11/2026</source>
        <translation>Dates comme 05/11/2026</translation>
    </message>
    <message>
        <source>day first: 5 November</source>
        <translation>jour d’abord&#xa0;: 5 novembre</translation>
    </message>
    <message>
        <source>month first: 11 May</source>
        <translation>mois d’abord&#xa0;: 11 mai</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>What the file would do</source>
        <translation>Ce que ferait le fichier</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Reading the file...</source>
        <translation>Lecture du fichier...</translation>
    </message>
    <message>
        <source>Nothing was taken in.</source>
        <translation>Rien n’a été importé.</translation>
    </message>
    <message numerus="yes">
        <source>%n new draft(s)</source>
        <translation>
            <numerusform>%n nouveau brouillon</numerusform>
            <numerusform>%n nouveaux brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n nouvel événement</numerusform>
            <numerusform>%n nouveaux événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that change</source>
        <translation>
            <numerusform>%n événement modifié</numerusform>
            <numerusform>%n événements modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n déjà présent</numerusform>
            <numerusform>%n déjà présents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n laissé de côté</numerusform>
            <numerusform>%n laissés de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet. %1.</source>
        <translation>Rien n’est encore écrit. %1.</translation>
    </message>
    <message>
        <source>Hours without a zone are read as those of %1.</source>
        <translation>Les heures sans fuseau sont lues comme celles de %1.</translation>
    </message>
    <message>
        <source>The file does not tell whether the day or the month comes first: please check.</source>
        <translation>Le fichier ne dit pas si le jour ou le mois vient d’abord&#xa0;: vérifiez.</translation>
    </message>
    <message>
        <source>Columns that are not read: %1</source>
        <translation>Colonnes non lues&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happens: why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) taken in.</source>
        <comment>of a file</comment>
        <translation>
            <numerusform>%n entrée importée.</numerusform>
            <numerusform>%n entrées importées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ImportForm</name>
    <message>
        <source>Import mentions from a file</source>
        <translation>Importer des mentions d’un fichier</translation>
    </message>
    <message>
        <source>Tables and JSON lines (*.csv *.tsv *.txt *.ndjson *.jsonl)</source>
        <translation>Tables et lignes JSON (*.csv *.tsv *.txt *.ndjson *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonne %1</translation>
    </message>
    <message>
        <source>What the column &quot;%1&quot; is</source>
        <translation>Ce qu’est la colonne «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Give the mapping a name first. Nothing was kept yet.</source>
        <translation>Donnez d’abord un nom à la correspondance. Rien n’est encore gardé.</translation>
    </message>
    <message>
        <source>Kept for the next file of this kind.</source>
        <translation>Gardée pour le prochain fichier de ce genre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) read</source>
        <translation>
            <numerusform>%Ln ligne lue</numerusform>
            <numerusform>%Ln lignes lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; what was imported before stays.</source>
        <translation>Arrêté&#xa0;; ce qui était importé reste.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln ajoutée</numerusform>
            <numerusform>%Ln ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln déjà connue</numerusform>
            <numerusform>%Ln déjà connues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changée</numerusform>
            <numerusform>%Ln changées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) could not be used</source>
        <translation>
            <numerusform>%Ln ligne inutilisable</numerusform>
            <numerusform>%Ln lignes inutilisables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be used; the others are</source>
        <translation>
            <numerusform>%Ln ligne inutilisable&#xa0;; les autres servent</numerusform>
            <numerusform>%Ln lignes inutilisables&#xa0;; les autres servent</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2 - %3</source>
        <translation>Ligne %1&#xa0;: %2 - %3</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose a file...</source>
        <translation>Choisir un fichier...</translation>
    </message>
    <message>
        <source>CSV, TSV or JSON lines</source>
        <translation>CSV, TSV ou lignes JSON</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Guessed from the file</source>
        <translation>Devinée d’après le fichier</translation>
    </message>
    <message numerus="yes">
        <source>What each column is, with the first rows (%Ln usable among those looked at)</source>
        <translation>
            <numerusform>Ce qu’est chaque colonne, avec les premières lignes (%Ln utilisable parmi celles regardées)</numerusform>
            <numerusform>Ce qu’est chaque colonne, avec les premières lignes (%Ln utilisables parmi celles regardées)</numerusform>
        </translation>
    </message>
    <message>
        <source>What each column is</source>
        <translation>Ce qu’est chaque colonne</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation>Lignes inutilisables</translation>
    </message>
    <message>
        <source>Name of the source: keeps people of different files apart</source>
        <translation>Nom de la source&#xa0;: sépare les personnes de fichiers différents</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Nom de la source</translation>
    </message>
    <message>
        <source>Name, to keep this mapping</source>
        <translation>Nom, pour garder cette correspondance</translation>
    </message>
    <message>
        <source>Keep the mapping</source>
        <translation>Garder la correspondance</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Avancement de l’import</translation>
    </message>
    <message>
        <source>the rules were not run over them</source>
        <translation>les règles n’y ont pas été appliquées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) by rules</source>
        <translation>
            <numerusform>%Ln changement par des règles</numerusform>
            <numerusform>%Ln changements par des règles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown to the rules</source>
        <translation>
            <numerusform>%Ln soumise aux règles</numerusform>
            <numerusform>%Ln soumises aux règles</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the rules over what is new: they tag, close and note, and call nobody</source>
        <translation>Appliquer les règles à ce qui est nouveau&#xa0;: elles étiquettent, closent et notent, sans appeler personne</translation>
    </message>
    <message>
        <source>Looking at the file...</source>
        <translation>Lecture du fichier...</translation>
    </message>
</context>
<context>
    <name>vigie::ui::InboxPanel</name>
    <message>
        <source>Write an answer</source>
        <translation>Écrire une réponse</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Écrire une note interne</translation>
    </message>
    <message>
        <source>Send the answer, or keep the note</source>
        <translation>Envoyer la réponse, ou garder la note</translation>
    </message>
    <message>
        <source>Put French no-break spaces</source>
        <translation>Mettre les espaces insécables françaises</translation>
    </message>
    <message>
        <source>Favourite the message</source>
        <translation>Mettre le message en favori</translation>
    </message>
    <message>
        <source>Marked as favourite</source>
        <translation>Mis en favori</translation>
    </message>
    <message>
        <source>Boost the message</source>
        <translation>Relayer le message</translation>
    </message>
    <message>
        <source>Boosted</source>
        <translation>Relayé</translation>
    </message>
    <message>
        <source>Open on the network</source>
        <translation>Ouvrir sur le réseau</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Marquer comme traité</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Waits for a colleague</source>
        <translation>Attend un collègue</translation>
    </message>
    <message>
        <source>Waits for the member</source>
        <translation>Attend le membre</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Mettre en sommeil</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>Reprendre la dernière décision</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Ticket suivant</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Ticket précédent</translation>
    </message>
    <message>
        <source>Go to the conversation</source>
        <translation>Aller à la conversation</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Aller à la file</translation>
    </message>
    <message>
        <source>Rank the queue again</source>
        <translation>Reclasser la file</translation>
    </message>
    <message>
        <source>Show my tickets</source>
        <translation>Montrer mes tickets</translation>
    </message>
    <message>
        <source>Show what nobody has taken</source>
        <translation>Montrer ce que personne n’a pris</translation>
    </message>
    <message>
        <source>Show all open tickets</source>
        <translation>Montrer tous les tickets ouverts</translation>
    </message>
    <message>
        <source>Show what is snoozed</source>
        <translation>Montrer ce qui est en sommeil</translation>
    </message>
    <message>
        <source>Show what is done</source>
        <translation>Montrer ce qui est traité</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Plus tard aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Lundi prochain</translation>
    </message>
    <message>
        <source>Type a tag</source>
        <translation>Saisir une étiquette</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Attribuer à</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Saisir un nom</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Choisir un moment</translation>
    </message>
    <message>
        <source>This message has no address on its network.</source>
        <translation>Ce message n’a pas d’adresse sur son réseau.</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>Lien copié</translation>
    </message>
    <message>
        <source>An answer is still held and can be taken back.</source>
        <translation>Une réponse est encore retenue et peut être reprise.</translation>
    </message>
    <message>
        <source>Closing now would leave it in the outbox until Vigie runs again.</source>
        <translation>Fermer maintenant la laisserait dans la boîte d’envoi jusqu’au prochain démarrage de Vigie.</translation>
    </message>
    <message>
        <source>Close once it is sent</source>
        <translation>Fermer une fois partie</translation>
    </message>
    <message>
        <source>Take it back and close</source>
        <translation>La reprendre et fermer</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Hide the message under our post</source>
        <translation>Masquer le message sous notre publication</translation>
    </message>
    <message>
        <source>Show the hidden message again</source>
        <translation>Réafficher le message masqué</translation>
    </message>
    <message>
        <source>Shown again</source>
        <translation>Réaffiché</translation>
    </message>
    <message>
        <source>Approve what waits for moderation</source>
        <translation>Approuver ce qui attend la modération</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Hold back for moderation</source>
        <translation>Retenir pour modération</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Mark as spam</source>
        <translation>Marquer comme indésirable</translation>
    </message>
    <message>
        <source>Remove the message under our post</source>
        <translation>Retirer le message sous notre publication</translation>
    </message>
    <message>
        <source>Ban its author</source>
        <translation>Exclure son auteur</translation>
    </message>
    <message>
        <source>Report the message to moderators</source>
        <translation>Signaler le message à la modération</translation>
    </message>
    <message>
        <source>Mute its author</source>
        <translation>Masquer son auteur</translation>
    </message>
    <message>
        <source>Block its author</source>
        <translation>Bloquer son auteur</translation>
    </message>
    <message>
        <source>Keep the message as evidence</source>
        <translation>Conserver le message comme preuve</translation>
    </message>
    <message>
        <source>Go to the next mark in the answer</source>
        <translation>Aller à la marque suivante de la réponse</translation>
    </message>
    <message>
        <source>Go to the previous mark in the answer</source>
        <translation>Aller à la marque précédente de la réponse</translation>
    </message>
    <message>
        <source>What can be done about the mark</source>
        <translation>Ce que l&apos;on peut faire de la marque</translation>
    </message>
    <message>
        <source>Answer from the library, or as we did before</source>
        <translation>Répondre avec la bibliothèque, ou comme avant</translation>
    </message>
    <message>
        <source>Keep our last reply as an answer</source>
        <translation>Garder notre dernière réponse dans la bibliothèque</translation>
    </message>
    <message>
        <source>%1 of the %2 tagged messages that say “%3”</source>
        <translation>%1 des %2 messages étiquetés qui disent «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>Views of the queue...</source>
        <translation>Vues de la file...</translation>
    </message>
    <message>
        <source>Tags in order...</source>
        <translation>Ranger les étiquettes...</translation>
    </message>
    <message>
        <source>Select every ticket of the view</source>
        <translation>Choisir tous les tickets de la vue</translation>
    </message>
    <message>
        <source>Pin: this ticket belongs to the front</source>
        <translation>Épingler&#xa0;: ce ticket a sa place devant</translation>
    </message>
    <message>
        <source>Show view %1</source>
        <translation>Montrer la vue %1</translation>
    </message>
    <message>
        <source>Say why it is due then</source>
        <translation>Dire pourquoi c’est dû à ce moment</translation>
    </message>
    <message>
        <source>Service levels and opening hours...</source>
        <translation>Niveaux de service et heures d’ouverture...</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Answer in the other language</source>
        <translation>Répondre dans l&apos;autre langue</translation>
    </message>
    <message>
        <source>Why the answer is as long as that</source>
        <translation>Pourquoi la réponse a cette longueur</translation>
    </message>
    <message>
        <source>Split the answer into parts</source>
        <translation>Couper la réponse en parties</translation>
    </message>
    <message>
        <source>Split the answer into numbered parts</source>
        <translation>Couper la réponse en parties numérotées</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Texte copié</translation>
    </message>
    <message>
        <source>Go to the card of the person</source>
        <translation>Aller à la fiche de la personne</translation>
    </message>
    <message>
        <source>Note what the answer promises</source>
        <translation>Noter ce que la réponse promet</translation>
    </message>
    <message>
        <source>Write a note about the person...</source>
        <translation>Écrire une note sur la personne...</translation>
    </message>
    <message>
        <source>Note the next step with the person...</source>
        <translation>Noter la prochaine étape avec la personne...</translation>
    </message>
    <message>
        <source>Identities of the person...</source>
        <translation>Identités de la personne...</translation>
    </message>
    <message>
        <source>What is held of the person, and export...</source>
        <translation>Ce qui est détenu sur la personne, et export...</translation>
    </message>
    <message>
        <source>Forget the person...</source>
        <translation>Oublier la personne...</translation>
    </message>
    <message>
        <source>How promises were kept</source>
        <translation>Comment les promesses ont été tenues</translation>
    </message>
</context>
<context>
    <name>vigie::ui::IndicatorDialog</name>
    <message>
        <source>is due on</source>
        <translation>échéance le</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Nouvel indicateur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formule</translation>
    </message>
    <message>
        <source>Mentions of</source>
        <translation>Mentions de</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>Valeur de</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Path from</source>
        <translation>Chemin depuis</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>at least</source>
        <comment>a target</comment>
        <translation>au moins</translation>
    </message>
    <message>
        <source>at most</source>
        <comment>a target</comment>
        <translation>au plus</translation>
    </message>
    <message>
        <source>none: a curiosity</source>
        <translation>aucun&#xa0;: une curiosité</translation>
    </message>
    <message>
        <source>none: only watched</source>
        <translation>aucune&#xa0;: observé seulement</translation>
    </message>
    <message>
        <source>the first value</source>
        <translation>la première valeur</translation>
    </message>
    <message>
        <source>Value at the start of the path</source>
        <translation>Valeur au départ du chemin</translation>
    </message>
    <message>
        <source>First day of the path</source>
        <translation>Premier jour du chemin</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Direction of the target</source>
        <translation>Sens de la cible</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>the brand</source>
        <translation>la marque</translation>
    </message>
    <message>
        <source>The indicator is not saved: &quot;%1&quot; is no number in the unit of the formula (%2). Decimals have a point; write 30%, 10pt, 2h or 1500.</source>
        <translation>L’indicateur n’est pas enregistré&#xa0;: «&#xa0;%1&#xa0;» n’est pas un nombre dans l’unité de la formule (%2). Les décimales suivent un point&#x202f;; écrivez 30%, 10pt, 2h ou 1500.</translation>
    </message>
    <message>
        <source>The indicator is not saved: give it a name.</source>
        <translation>L’indicateur n’est pas enregistré&#xa0;: donnez-lui un nom.</translation>
    </message>
    <message>
        <source>The indicator is not saved: its formula is not finished. What is wrong is said below it.</source>
        <translation>L’indicateur n’est pas enregistré&#xa0;: sa formule n’est pas terminée. Ce qui ne va pas est dit en dessous.</translation>
    </message>
    <message>
        <source>The indicator is not saved: it is due before its path begins.</source>
        <translation>L’indicateur n’est pas enregistré&#xa0;: son échéance précède le début du chemin.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::KeepDialog</name>
    <message>
        <source>Keep as evidence</source>
        <translation>Conserver comme preuve</translation>
    </message>
    <message>
        <source>What is kept as evidence names a ground and an end. It is asked once; both are written into each capture.</source>
        <translation>Ce qui est conservé comme preuve a un motif et une fin. La question n’est posée qu’une fois&#x202f;; les deux sont inscrits à chaque fois.</translation>
    </message>
    <message>
        <source> years</source>
        <translation>&#xa0;ans</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Conserver pendant</translation>
    </message>
    <message>
        <source>establishment, exercise or defence of legal claims</source>
        <translation>constatation, exercice ou défense de droits en justice</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>A complaint was filed on ...</source>
        <translation>Une plainte a été déposée le ...</translation>
    </message>
    <message>
        <source>Why it must be kept all the same</source>
        <translation>Pourquoi le conserver malgré tout</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
</context>
<context>
    <name>vigie::ui::KeptBox</name>
    <message>
        <source>Hash copied. Written down elsewhere, it shows that nothing before it was changed since.</source>
        <translation>Empreinte copiée. Notée ailleurs, elle montre que rien de ce qui précède n’a été changé depuis.</translation>
    </message>
    <message>
        <source>Kept as evidence on %1, entry %2.</source>
        <translation>Conservé comme preuve le %1, entrée %2.</translation>
    </message>
    <message>
        <source>Edited since.</source>
        <translation>Modifié depuis.</translation>
    </message>
    <message>
        <source>Deleted since.</source>
        <translation>Supprimé depuis.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) kept.</source>
        <translation>
            <numerusform>%Ln image conservée.</numerusform>
            <numerusform>%Ln images conservées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) still to be fetched.</source>
        <translation>
            <numerusform>%Ln image encore à obtenir.</numerusform>
            <numerusform>%Ln images encore à obtenir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Jusqu’au %1.</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Hide what was kept</source>
        <translation>Masquer ce qui a été conservé</translation>
    </message>
    <message numerus="yes">
        <source>Show what was kept: %Ln version(s)</source>
        <translation>
            <numerusform>Voir ce qui a été conservé&#xa0;: %Ln version</numerusform>
            <numerusform>Voir ce qui a été conservé&#xa0;: %Ln versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the hash</source>
        <translation>Copier l’empreinte</translation>
    </message>
    <message>
        <source>%1: kept by %2</source>
        <translation>%1&#xa0;: conservé par %2</translation>
    </message>
    <message>
        <source>%1: seen with other words</source>
        <translation>%1&#xa0;: vu avec un autre texte</translation>
    </message>
    <message>
        <source>%1: seen as gone</source>
        <translation>%1&#xa0;: vu comme disparu</translation>
    </message>
    <message>
        <source>%1: hidden, held or back again</source>
        <translation>%1&#xa0;: masqué, en attente ou de retour</translation>
    </message>
    <message>
        <source>%1: a picture could not be had (%2)</source>
        <translation>%1&#xa0;: une image n’a pas pu être obtenue (%2)</translation>
    </message>
    <message>
        <source>%1: a picture, %2</source>
        <translation>%1&#xa0;: une image, %2</translation>
    </message>
    <message>
        <source>%1: kept until %2, %3</source>
        <translation>%1&#xa0;: conservé jusqu’au %2, %3</translation>
    </message>
    <message>
        <source>Text as it was kept</source>
        <translation>Texte tel que conservé</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>This panel has no keys of its own.</source>
        <translation>Ce panneau n’a pas de touches à lui.</translation>
    </message>
    <message>
        <source>Print all keys...</source>
        <translation>Imprimer toutes les touches...</translation>
    </message>
</context>
<context>
    <name>vigie::ui::KeysEditor</name>
    <message>
        <source>Choose a command first.</source>
        <translation>Choisissez d’abord une commande.</translation>
    </message>
    <message>
        <source>%1 already belongs to &quot;%2&quot;. Nothing was changed.</source>
        <translation>%1 sert déjà à «&#xa0;%2&#xa0;». Rien n’a été changé.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Chercher une commande</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>Set the key</source>
        <translation>Fixer la touche</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Comme à l’origine</translation>
    </message>
</context>
<context>
    <name>vigie::ui::LaneView</name>
    <message>
        <source>ddd d</source>
        <comment>date format: day of a week</comment>
        <translation>ddd d</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ListCard</name>
    <message>
        <source>Nothing to compare with in this period.</source>
        <translation>Rien à comparer dans cette période.</translation>
    </message>
    <message>
        <source>Choose a comparison to see what changed.</source>
        <translation>Choisissez une comparaison pour voir ce qui a changé.</translation>
    </message>
    <message>
        <source>without words</source>
        <translation>sans texte</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>aucun d’eux</translation>
    </message>
    <message>
        <source>▲ positive</source>
        <translation>▲ positif</translation>
    </message>
    <message>
        <source>▼ negative</source>
        <translation>▼ négatif</translation>
    </message>
    <message>
        <source>● neutral</source>
        <translation>● neutre</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>non donné</translation>
    </message>
    <message>
        <source>no topic of its own</source>
        <translation>sans sujet propre</translation>
    </message>
    <message>
        <source>Medians do not add up: a line is what would be missing of the change without it. %1 comes of all of them together.</source>
        <translation>Les médianes ne s’additionnent pas&#xa0;: une ligne est ce qui manquerait au changement sans elle. %1 vient de toutes ensemble.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>change of a part, its interval or why there is none</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>vigie::ui::LoadChart</name>
    <message>
        <source>Comments to expect, hour by hour</source>
        <translation>Commentaires à prévoir, heure par heure</translation>
    </message>
    <message>
        <source>%1 comments in the coming week.</source>
        <translation>%1 commentaires dans la semaine qui vient.</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>day under a chart</comment>
        <translation>ddd d</translation>
    </message>
    <message>
        <source>Up to %1 an hour; hatched on grey: nobody is on duty</source>
        <comment>comments</comment>
        <translation>Jusqu’à %1 par heure&#x202f;; hachuré sur gris&#xa0;: personne n’est de service</translation>
    </message>
    <message>
        <source>Up to %1 an hour</source>
        <comment>comments</comment>
        <translation>Jusqu’à %1 par heure</translation>
    </message>
    <message>
        <source>%1: %2 comments</source>
        <comment>a time, a number</comment>
        <translation>%1&#xa0;: %2 commentaires</translation>
    </message>
    <message>
        <source>nobody is on duty</source>
        <translation>personne n’est de service</translation>
    </message>
</context>
<context>
    <name>vigie::ui::LoadPane</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Planned posts and hours without anybody on duty</source>
        <translation>Publications planifiées et heures sans personne de service</translation>
    </message>
    <message>
        <source>Too little history</source>
        <translation>Trop peu d’historique</translation>
    </message>
    <message>
        <source>Comments are forecast from %1 posts of your own on, each three days old; there are %2.</source>
        <translation>Les commentaires se prévoient à partir de %1 publications à vous, vieilles de trois jours&#x202f;; il y en a %2.</translation>
    </message>
    <message>
        <source>Comments to expect in the coming week, from what was posted and what is planned: %1.</source>
        <comment>a number</comment>
        <translation>Commentaires à prévoir dans la semaine qui vient, de ce qui a été publié et de ce qui est planifié&#xa0;: %1.</translation>
    </message>
    <message>
        <source>While nobody is on duty: %1.</source>
        <comment>a number</comment>
        <translation>Quand personne n’est de service&#xa0;: %1.</translation>
    </message>
    <message>
        <source>When somebody is on duty is not known: no hours are set (service levels of the inbox).</source>
        <translation>On ne sait pas quand quelqu’un est de service&#xa0;: aucun horaire n’est réglé (niveaux de service de la boîte de réception).</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n post(s) of the last half year: what each account&apos;s posts brought, how soon after the post, and at what hour of the day.</source>
        <translation>
            <numerusform>Appris de %n publication des six derniers mois&#xa0;: ce que les publications de chaque compte ont rapporté, combien de temps après, et à quelle heure du jour.</numerusform>
            <numerusform>Appris de %n publications des six derniers mois&#xa0;: ce que les publications de chaque compte ont rapporté, combien de temps après, et à quelle heure du jour.</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is on duty</source>
        <translation>personne n’est de service</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an account and its post</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 in 24 h</source>
        <comment>comments to expect</comment>
        <translation>%1 en 24 h</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MailForm</name>
    <message>
        <source>Forgetting the mailbox...</source>
        <translation>La boîte est oubliée…</translation>
    </message>
    <message>
        <source>The mailbox is forgotten. Questions and answers stay.</source>
        <translation>La boîte est oubliée. Les questions et les réponses restent.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed.</source>
        <translation>«&#xa0;%1&#xa0;» est nécessaire.</translation>
    </message>
    <message>
        <source>One of these cannot be used: the address, a server or its port. Nothing was asked.</source>
        <translation>L’un de ces éléments ne peut pas servir&#xa0;: l’adresse, un serveur ou son port. Rien n’a été demandé.</translation>
    </message>
    <message>
        <source>Signing in at both servers...</source>
        <translation>Connexion aux deux serveurs…</translation>
    </message>
    <message>
        <source>Both servers let Vigie in. Nothing was sent.</source>
        <translation>Les deux serveurs laissent entrer Vigie. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>Lecture&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Saved. The password is in the keyring and nowhere else.</source>
        <translation>Enregistré. Le mot de passe est dans le trousseau et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Mail for questions to colleagues</source>
        <translation>Courriel pour les questions aux collègues</translation>
    </message>
    <message>
        <source>A mailbox of its own is best: questions leave from it, and answers are read there without marking anything as read.</source>
        <translation>Une boîte dédiée est préférable&#xa0;: les questions en partent, et les réponses y sont lues sans rien marquer comme lu.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Forget the mailbox</source>
        <translation>Oublier la boîte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MeanwhileBar</name>
    <message>
        <source>%1 deleted the message while you were writing. Nothing can be sent to it any more; your text stays here.</source>
        <translation>%1 a supprimé le message pendant que vous écriviez. On ne peut plus y répondre&#xa0;; votre texte reste ici.</translation>
    </message>
    <message>
        <source>A colleague has answered as %1: &quot;%2&quot; Press Send again to answer all the same.</source>
        <translation>Un collègue a répondu en tant que %1&#xa0;: «&#xa0;%2&#xa0;» Appuyez de nouveau sur Envoyer pour répondre quand même.</translation>
    </message>
    <message>
        <source>Another answer to this ticket is on its way: &quot;%1&quot; Press Send again to answer all the same.</source>
        <translation>Une autre réponse à ce ticket est en route&#xa0;: «&#xa0;%1&#xa0;» Appuyez de nouveau sur Envoyer pour répondre quand même.</translation>
    </message>
    <message>
        <source>%1 wrote again while you were writing. Read it above; what you send next answers the newest message.</source>
        <translation>%1 a écrit de nouveau pendant que vous écriviez. Lisez son message ci-dessus&#xa0;; votre prochain envoi répond au plus récent.</translation>
    </message>
    <message>
        <source>%1 changed the message while you were writing. It now reads: &quot;%2&quot; Press Send again when your answer still fits.</source>
        <translation>%1 a modifié le message pendant que vous écriviez. Il dit maintenant&#xa0;: «&#xa0;%2&#xa0;» Appuyez de nouveau sur Envoyer si votre réponse convient toujours.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MediaDialog</name>
    <message>
        <source>%1 was not taken out of the library: a post that is not sent yet uses it.</source>
        <translation>%1 n’a pas été retiré de la médiathèque&#xa0;: une publication pas encore partie l’utilise.</translation>
    </message>
    <message>
        <source>%1 was taken out of the library. Its file stays until nothing needs it.</source>
        <translation>%1 a été retiré de la médiathèque. Son fichier reste tant que quelque chose en a besoin.</translation>
    </message>
    <message>
        <source>Add pictures or films</source>
        <translation>Ajouter des images ou des films</translation>
    </message>
    <message>
        <source>%1 was not added: %2</source>
        <translation>%1 n’a pas été ajouté&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 looks like %2, which is in the library already.</source>
        <translation>%1 ressemble à %2, déjà dans la médiathèque.</translation>
    </message>
    <message>
        <source>Media library</source>
        <translation>Médiathèque</translation>
    </message>
    <message>
        <source>Search in names, words, credits and licences</source>
        <translation>Chercher dans les noms, textes, crédits et licences</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Chercher dans la médiathèque</translation>
    </message>
    <message>
        <source>Files of the library</source>
        <translation>Fichiers de la médiathèque</translation>
    </message>
    <message>
        <source>No file here</source>
        <translation>Aucun fichier ici</translation>
    </message>
    <message>
        <source>Pictures and films that posts use are kept here once, with their words, credit and licence. Drop files here, or add them.</source>
        <translation>Les images et films des publications sont gardés ici une seule fois, avec leurs textes, crédit et licence. Déposez des fichiers ici, ou ajoutez-les.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Put into the post</source>
        <translation>Mettre dans la publication</translation>
    </message>
    <message>
        <source>Take out of the library</source>
        <translation>Retirer de la médiathèque</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Le remettre</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copying into the library</source>
        <translation>Copie dans la médiathèque</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MediaList</name>
    <message>
        <source>Add pictures or films</source>
        <translation>Ajouter des images ou des films</translation>
    </message>
    <message>
        <source>Pictures and films (*.jpg *.jpeg *.png *.gif *.webp *.heic *.avif *.mp4 *.webm *.mov)</source>
        <translation>Images et films (*.jpg *.jpeg *.png *.gif *.webp *.heic *.avif *.mp4 *.webm *.mov)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>What it shows, for those who cannot see it</source>
        <translation>Ce que cela montre, pour qui ne le voit pas</translation>
    </message>
    <message>
        <source>Alternative text of %1</source>
        <translation>Texte de remplacement de %1</translation>
    </message>
    <message>
        <source>The alternative text is empty.</source>
        <translation>Le texte de remplacement est vide.</translation>
    </message>
    <message>
        <source>%1 was not added: %2</source>
        <translation>%1 n’a pas été ajouté&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 looks like %2, which is in the library already.</source>
        <translation>%1 ressemble à %2, déjà dans la médiathèque.</translation>
    </message>
    <message>
        <source>From the library</source>
        <translation>De la médiathèque</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Copying into the library</source>
        <translation>Copie dans la médiathèque</translation>
    </message>
    <message>
        <source>Move %1 before the other</source>
        <translation>Placer %1 avant l’autre</translation>
    </message>
    <message>
        <source>Credit, licence and last day of %1</source>
        <translation>Crédit, licence et dernier jour de %1</translation>
    </message>
    <message>
        <source>Length of the alternative text</source>
        <translation>Longueur du texte alternatif</translation>
    </message>
    <message>
        <source>It needs no words: decoration</source>
        <translation>Pas de texte nécessaire&#xa0;: décoration</translation>
    </message>
    <message>
        <source>%1 needs no alternative text</source>
        <translation>%1 n’a pas besoin de texte alternatif</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MediaModel</name>
    <message>
        <source>%1, without words</source>
        <translation>%1, sans texte</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MemberDesk</name>
    <message>
        <source>both give the link %1</source>
        <translation>donnent toutes deux le lien %1</translation>
    </message>
    <message>
        <source>one names the other (%1)</source>
        <translation>l’une nomme l’autre (%1)</translation>
    </message>
    <message>
        <source>both gave the address %1</source>
        <translation>ont donné la même adresse %1</translation>
    </message>
    <message>
        <source>same name and same picture (%1)</source>
        <translation>même nom et même image (%1)</translation>
    </message>
    <message>
        <source>a colleague says so</source>
        <translation>un collègue le dit</translation>
    </message>
    <message>
        <source>Note written</source>
        <translation>Note écrite</translation>
    </message>
    <message>
        <source>Next step noted</source>
        <translation>Prochaine étape notée</translation>
    </message>
    <message>
        <source>Consent noted, with where it was said</source>
        <translation>Consentement noté, avec l’endroit où il a été donné</translation>
    </message>
    <message>
        <source>Kept, with where it comes from</source>
        <translation>Gardé, avec sa provenance</translation>
    </message>
    <message>
        <source>Note taken away</source>
        <translation>Note retirée</translation>
    </message>
    <message>
        <source>No longer kept</source>
        <translation>N’est plus gardé</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <comment>a next step</comment>
        <translation>Fait&#xa0;: %1</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Promesse tenue</translation>
    </message>
    <message>
        <source>Promise not kept</source>
        <translation>Promesse non tenue</translation>
    </message>
    <message>
        <source>Nobody waits for it any more</source>
        <translation>Plus personne ne l’attend</translation>
    </message>
    <message>
        <source>Other decisions were made since. Take them back one by one with the undo key.</source>
        <translation>D’autres décisions ont été prises depuis. Reprenez-les une à une avec la touche d’annulation.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à reprendre.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MembersModel</name>
    <message>
        <source>promise late since %1</source>
        <translation>promesse en retard depuis %1</translation>
    </message>
    <message>
        <source>promised by %1</source>
        <translation>promis pour %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day, then what is to be done</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Dernière fois</translation>
    </message>
    <message>
        <source>Promised, planned</source>
        <translation>Promis, prévu</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MembersPanel</name>
    <message>
        <source>Write a note about the person...</source>
        <translation>Écrire une note sur la personne...</translation>
    </message>
    <message>
        <source>Note the next step with the person...</source>
        <translation>Noter la prochaine étape avec la personne...</translation>
    </message>
    <message>
        <source>Note what the person agreed to...</source>
        <translation>Noter ce que la personne a accepté...</translation>
    </message>
    <message>
        <source>Note something the person gave us...</source>
        <translation>Noter une donnée que la personne nous a remise...</translation>
    </message>
    <message>
        <source>Identities of the person...</source>
        <translation>Identités de la personne...</translation>
    </message>
    <message>
        <source>Who may be one person...</source>
        <translation>Qui peut être une seule personne...</translation>
    </message>
    <message>
        <source>What is held of the person, and export...</source>
        <translation>Ce qui est détenu sur la personne, et export...</translation>
    </message>
    <message>
        <source>Forget the person...</source>
        <translation>Oublier la personne...</translation>
    </message>
    <message>
        <source>Go to the card of the person</source>
        <translation>Aller à la fiche de la personne</translation>
    </message>
    <message>
        <source>Go to the list of people</source>
        <translation>Aller à la liste des personnes</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Trouver une personne</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Afficher tout le monde</translation>
    </message>
    <message>
        <source>Show newcomers</source>
        <translation>Afficher les nouveaux venus</translation>
    </message>
    <message>
        <source>Show who went silent</source>
        <translation>Afficher les silencieux</translation>
    </message>
    <message>
        <source>Show to whom something is promised</source>
        <translation>Afficher à qui l’on a promis</translation>
    </message>
    <message>
        <source>Show with whom something is planned</source>
        <translation>Afficher avec qui quelque chose est prévu</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Newcomers</source>
        <translation>Nouveaux venus</translation>
    </message>
    <message>
        <source>Gone silent</source>
        <translation>Silencieux</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Promis</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Prochaines étapes</translation>
    </message>
    <message>
        <source>Whoever spoke last first</source>
        <translation>Qui a parlé en dernier d’abord</translation>
    </message>
    <message>
        <source>First seen in the last 30 days</source>
        <translation>Vus pour la première fois ces 30 derniers jours</translation>
    </message>
    <message>
        <source>We have exchanged, and nothing was heard for 90 days</source>
        <translation>Nous avons échangé, et plus rien depuis 90 jours</translation>
    </message>
    <message>
        <source>We owe them something, the most urgent first</source>
        <translation>Nous leur devons quelque chose, le plus urgent d’abord</translation>
    </message>
    <message>
        <source>Something is to be done with them next, the soonest first</source>
        <translation>Quelque chose est à faire avec eux, le plus proche d’abord</translation>
    </message>
    <message>
        <source>People appear here as soon as they speak where you listen.</source>
        <translation>Les personnes apparaissent ici dès qu’elles parlent là où vous écoutez.</translation>
    </message>
    <message>
        <source>Nobody new has spoken in the last 30 days.</source>
        <translation>Personne de nouveau n’a parlé ces 30 derniers jours.</translation>
    </message>
    <message>
        <source>Everybody we exchanged with was heard in the last 90 days.</source>
        <translation>Toutes les personnes avec qui nous avons échangé ont parlé ces 90 derniers jours.</translation>
    </message>
    <message>
        <source>Nothing is owed. In the inbox, I notes what an answer promises.</source>
        <translation>Rien n’est dû. Dans la boîte de réception, I note ce qu’une réponse promet.</translation>
    </message>
    <message>
        <source>Nothing is planned with anybody. S on a person notes the next step.</source>
        <translation>Rien n’est prévu avec personne. S sur une personne note la prochaine étape.</translation>
    </message>
    <message>
        <source>Name, handle, words about themselves</source>
        <translation>Nom, identifiant, mots de présentation</translation>
    </message>
    <message>
        <source>Who may be one person</source>
        <translation>Qui peut être une seule personne</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message numerus="yes">
        <source>The first %n person(s); words find the others.</source>
        <translation>
            <numerusform>La première personne&#xa0;; des mots trouvent les autres.</numerusform>
            <numerusform>Les %n premières personnes&#xa0;; des mots trouvent les autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Personne n’est trouvé</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Personne ici</translation>
    </message>
    <message>
        <source>Try fewer words, or look among everybody.</source>
        <translation>Essayez moins de mots, ou cherchez parmi tout le monde.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>Reprendre la dernière décision</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MissedBanner</name>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n missed post(s) now?</source>
        <translation>
            <numerusform>Publier maintenant %n publication manquée&#xa0;?</numerusform>
            <numerusform>Publier maintenant %n publications manquées&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) missed their hour while nothing could be sent. Nothing was published: you decide.</source>
        <translation>
            <numerusform>%n publication a manqué son heure pendant que rien ne pouvait partir. Rien n’a été publié&#xa0;: à vous de décider.</numerusform>
            <numerusform>%n publications ont manqué leur heure pendant que rien ne pouvait partir. Rien n’a été publié&#xa0;: à vous de décider.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>They stay in the calendar as missed.</source>
        <translation>Elles restent au calendrier comme manquées.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ModerationModel</name>
    <message>
        <source>no longer here</source>
        <translation>n&apos;est plus ici</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>entrée %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Version %1 of the charter</source>
        <translation>Version %1 de la charte</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who took it back, and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>Qui a décidé</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Whose message</source>
        <translation>Message de</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Suite</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ModerationPane</name>
    <message>
        <source>All articles</source>
        <translation>Tous les articles</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Export the moderation log</source>
        <translation>Exporter le registre de modération</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>moderation</source>
        <translation>moderation</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n&apos;a pas pu être écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Dernière année</translation>
    </message>
    <message>
        <source>Everything that was done</source>
        <translation>Tout ce qui a été fait</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>Qui a décidé</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open the message</source>
        <translation>Ouvrir le message</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exporter...</translation>
    </message>
    <message>
        <source>Moderation log</source>
        <translation>Registre de modération</translation>
    </message>
    <message>
        <source>How often each article was applied</source>
        <translation>Combien de fois chaque article a été appliqué</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Annulés</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échecs</translation>
    </message>
    <message>
        <source>With evidence</source>
        <translation>Avec preuve</translation>
    </message>
    <message>
        <source>Nothing was moderated</source>
        <translation>Rien n&apos;a été modéré</translation>
    </message>
    <message>
        <source>Hiding, removing, muting, blocking and reporting from the inbox ask for an article and stand here, with their evidence and what became of them.</source>
        <translation>Masquer, retirer, ne plus afficher, bloquer et signaler depuis la boîte de réception demandent un article et figurent ici, avec leur preuve et leur suite.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MonthView</name>
    <message>
        <source>d MMM</source>
        <comment>date format</comment>
        <translation>d MMM</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <comment>posts of a day</comment>
        <translation>
            <numerusform>+%n autre</numerusform>
            <numerusform>+%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
</context>
<context>
    <name>vigie::ui::MultiPick</name>
    <message>
        <source>%1: %2</source>
        <comment>what is chosen, how many</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter, what is chosen</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::NetworkList</name>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
</context>
<context>
    <name>vigie::ui::NoteBox</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>internal, never sent</source>
        <translation>interne, jamais envoyée</translation>
    </message>
    <message>
        <source>Keep the note  %1</source>
        <translation>Garder la note  %1</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Garder la note</translation>
    </message>
    <message>
        <source>Write an answer instead</source>
        <translation>Écrire plutôt une réponse</translation>
    </message>
    <message>
        <source>What colleagues should know</source>
        <translation>Ce que les collègues doivent savoir</translation>
    </message>
    <message>
        <source>Internal note, never sent</source>
        <translation>Note interne, jamais envoyée</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Brouillon gardé</translation>
    </message>
    <message>
        <source>The draft could not be saved</source>
        <translation>Le brouillon n’a pas pu être gardé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::NoticePlace</name>
    <message>
        <source>The desktop is being asked whether it shows notices.</source>
        <translation>On demande au bureau s’il affiche des notifications.</translation>
    </message>
    <message>
        <source>In this window only: the desktop has no notification service (org.freedesktop.Notifications).</source>
        <translation>Dans cette fenêtre seulement&#xa0;: le bureau n’a pas de service de notification (org.freedesktop.Notifications).</translation>
    </message>
    <message>
        <source>On the desktop, by %1.</source>
        <comment>name of a program</comment>
        <translation>Sur le bureau, par %1.</translation>
    </message>
    <message>
        <source>Notices of alerts appear: %1</source>
        <translation>Les alertes sont signalées&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::NumbersDialog</name>
    <message>
        <source>Numbers entered by hand</source>
        <translation>Chiffres saisis à la main</translation>
    </message>
</context>
<context>
    <name>vigie::ui::NumbersPage</name>
    <message>
        <source>Used by: %1</source>
        <comment>names of figures</comment>
        <translation>Sert à&#xa0;: %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>journal.example</source>
        <translation>journal.example</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Saisir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Takes the last number back that was entered or removed, also from another day</source>
        <translation>Annule le dernier chiffre saisi ou retiré, même un autre jour</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>saisi</translation>
    </message>
    <message>
        <source>as delivered</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>Nothing was entered: this is not the name of a site. Write it as in its address, for example journal.example.</source>
        <translation>Rien n’a été saisi&#xa0;: ce n’est pas le nom d’un site. Écrivez-le comme dans son adresse, par exemple journal.example.</translation>
    </message>
    <message>
        <source>Nothing was entered: choose a network.</source>
        <translation>Rien n’a été saisi&#xa0;: choisissez un réseau.</translation>
    </message>
    <message>
        <source>%1: %2 now counts</source>
        <comment>a network or site, its number</comment>
        <translation>%1&#xa0;: %2 compte désormais</translation>
    </message>
    <message>
        <source>%1: %2 again, as delivered</source>
        <translation>%1&#xa0;: de nouveau %2, par défaut</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 a été retiré</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Something else was done since: take that back first.</source>
        <translation>Autre chose a été fait depuis&#xa0;: annulez-le d’abord.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a number as delivered</comment>
        <translation>Revenir à %1</translation>
    </message>
    <message>
        <source>Take back the last</source>
        <translation>Annuler la dernière saisie</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ObjectiveDialog</name>
    <message>
        <source>is due on</source>
        <translation>échéance le</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>New objective</source>
        <translation>Nouvel objectif</translation>
    </message>
    <message>
        <source>What is to be reached</source>
        <translation>Ce qu’il faut atteindre</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The objective is not saved: say what is to be reached.</source>
        <translation>L’objectif n’est pas enregistré&#xa0;: dites ce qu’il faut atteindre.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ObjectivesCurve</name>
    <message>
        <source>Curve of the indicator</source>
        <translation>Courbe de l’indicateur</translation>
    </message>
    <message>
        <source>Choose an indicator to see its curve.</source>
        <translation>Choisissez un indicateur pour voir sa courbe.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day, the value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>, between %1 and %2</source>
        <comment>an interval</comment>
        <translation>, entre %1 et %2</translation>
    </message>
    <message>
        <source>; the path stands at %1</source>
        <translation>&#x202f;; le chemin en est à %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ObjectivesPage</name>
    <message>
        <source>There is nothing to take back here.</source>
        <translation>Il n’y a rien à annuler ici.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Objective added.</source>
        <translation>Objectif ajouté.</translation>
    </message>
    <message>
        <source>Indicator added.</source>
        <translation>Indicateur ajouté.</translation>
    </message>
    <message>
        <source>Indicator changed.</source>
        <translation>Indicateur modifié.</translation>
    </message>
    <message>
        <source>Objective changed.</source>
        <translation>Objectif modifié.</translation>
    </message>
    <message>
        <source>Indicator removed.</source>
        <translation>Indicateur retiré.</translation>
    </message>
    <message>
        <source>Objective removed, with what stood under it.</source>
        <translation>Objectif retiré, avec ce qu’il contenait.</translation>
    </message>
    <message>
        <source>Indicator moved.</source>
        <translation>Indicateur déplacé.</translation>
    </message>
    <message>
        <source>Objective moved.</source>
        <translation>Objectif déplacé.</translation>
    </message>
    <message>
        <source>Actions are linked to indicators: choose one.</source>
        <translation>Les actions se rattachent aux indicateurs&#xa0;: choisissez-en un.</translation>
    </message>
    <message>
        <source>Action linked.</source>
        <translation>Action rattachée.</translation>
    </message>
    <message>
        <source>Action taken off.</source>
        <translation>Action détachée.</translation>
    </message>
    <message>
        <source>New objective</source>
        <translation>Nouvel objectif</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Nouvel indicateur</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Link an action</source>
        <translation>Rattacher une action</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>No objective yet</source>
        <translation>Pas encore d’objectif</translation>
    </message>
    <message>
        <source>Say what is to be reached, then by which figure it shows. An indicator without an objective is a curiosity.</source>
        <translation>Dites ce qu’il faut atteindre, puis à quel chiffre cela se voit. Un indicateur sans objectif est une curiosité.</translation>
    </message>
    <message>
        <source>Objectives and indicators</source>
        <translation>Objectifs et indicateurs</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>The curve as a table</source>
        <translation>La courbe en tableau</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What was done to move it</source>
        <translation>Ce qui a été fait pour le faire bouger</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Edit the objective or indicator</source>
        <translation>Modifier l’objectif ou l’indicateur</translation>
    </message>
    <message>
        <source>Remove the objective or indicator</source>
        <translation>Retirer l’objectif ou l’indicateur</translation>
    </message>
    <message>
        <source>Move the objective or indicator up</source>
        <translation>Monter l’objectif ou l’indicateur</translation>
    </message>
    <message>
        <source>Move the objective or indicator down</source>
        <translation>Descendre l’objectif ou l’indicateur</translation>
    </message>
    <message>
        <source>Put it under the objective above</source>
        <translation>Le placer sous l’objectif qui précède</translation>
    </message>
    <message>
        <source>Take it out from under its objective</source>
        <translation>Le sortir de son objectif</translation>
    </message>
    <message>
        <source>Link an action to the indicator</source>
        <translation>Rattacher une action à l’indicateur</translation>
    </message>
    <message>
        <source>Curve of the indicator, or its table</source>
        <translation>Courbe de l’indicateur, ou son tableau</translation>
    </message>
    <message>
        <source>Take back the last change of objectives</source>
        <translation>Annuler le dernier changement des objectifs</translation>
    </message>
    <message>
        <source>formula to mend</source>
        <translation>formule à corriger</translation>
    </message>
    <message>
        <source>, a curiosity: it serves no objective</source>
        <translation>, une curiosité&#xa0;: il ne sert aucun objectif</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>an indicator: its value, its target, its state</comment>
        <translation>%1&#xa0;: %2, %3, %4</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>a day</comment>
        <translation>d’ici le %1</translation>
    </message>
    <message>
        <source>Objective %1: %2</source>
        <comment>its name, its state</comment>
        <translation>Objectif %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Curiosities: they serve no objective</source>
        <translation>Curiosités&#xa0;: elles ne servent aucun objectif</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a value, its interval</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a target; the distance to it</comment>
        <translation>%1&#x202f;; %2</translation>
    </message>
    <message>
        <source>A curiosity: it serves no objective. Give it one, or let it go.</source>
        <translation>Une curiosité&#xa0;: il ne sert aucun objectif. Donnez-lui-en un, ou laissez-le.</translation>
    </message>
    <message>
        <source>The state of an objective is the worst of its indicators and of what stands under it.</source>
        <translation>L’état d’un objectif est le pire de ceux de ses indicateurs et de ce qu’il contient.</translation>
    </message>
    <message>
        <source>deleted since</source>
        <translation>supprimé depuis</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>kind of action, its name, its day</comment>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
    <message>
        <source>Version %1 of the formula since %2; before: %3. What earlier ones gave stays, dotted.</source>
        <translation>Version %1 de la formule depuis %2&#x202f;; avant&#xa0;: %3. Ce que les précédentes ont donné reste, en pointillé.</translation>
    </message>
    <message>
        <source>Nothing is linked yet: a campaign, an event, an answer, a post, or something of your own.</source>
        <translation>Rien n’est encore lié&#xa0;: une campagne, un événement, une réponse, une publication, ou quelque chose à vous.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::OccurrencesDialog</name>
    <message>
        <source>Days of the series</source>
        <translation>Jours de la série</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>The series has ended: no day is to come.</source>
        <translation>La série est terminée&#xa0;: aucun jour n’est à venir.</translation>
    </message>
    <message>
        <source>Repeats %1. A day that is left out gets no post; the others stay as they are.</source>
        <translation>Se répète %1. Un jour laissé de côté ne reçoit pas de publication&#x202f;; les autres restent tels quels.</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>day, hour, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>The same with Delete or the space bar; Ctrl+Z at the calendar takes it back.</source>
        <translation>De même avec Suppr ou la barre d’espace&#x202f;; Ctrl+Z dans le calendrier annule.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date format</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>%1 is in the series again.</source>
        <comment>a day</comment>
        <translation>Le %1 fait de nouveau partie de la série.</translation>
    </message>
    <message>
        <source>%1 is left out of the series.</source>
        <comment>a day</comment>
        <translation>Le %1 est laissé de côté dans la série.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::OutboxDialog</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Decide...</source>
        <translation>Décider...</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <comment>date and time, how long until then</comment>
        <translation>%1, dans %2</translation>
    </message>
    <message>
        <source>First comment: %1</source>
        <translation>Premier commentaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Modification&#xa0;: %1</translation>
    </message>
    <message>
        <source>Action: %1</source>
        <translation>Action&#xa0;: %1</translation>
    </message>
    <message>
        <source>Thread, %1 of %2 out: %3</source>
        <translation>Fil, %1 sur %2 partis&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Vous attend</translation>
    </message>
    <message>
        <source>Outcome unknown, failed, missed or kept back by a pause</source>
        <translation>Issue inconnue, échec, manqué ou retenu par une pause</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Being sent, or due within a minute</source>
        <translation>En cours d’envoi, ou part dans la minute</translation>
    </message>
    <message>
        <source>Leaves next</source>
        <translation>Prochains départs</translation>
    </message>
    <message>
        <source>Planned, next first</source>
        <translation>Planifié, le prochain d’abord</translation>
    </message>
    <message>
        <source>Waits for agreement</source>
        <translation>Attend un accord</translation>
    </message>
    <message>
        <source>Leaves at its hour once it is agreed to</source>
        <translation>Part à son heure une fois l’accord donné</translation>
    </message>
    <message>
        <source>Held by the network</source>
        <translation>Retenu par le réseau</translation>
    </message>
    <message>
        <source>Taken, but not shown yet: it waits for a moderator there or for its hour</source>
        <translation>Accepté, mais pas encore montré&#xa0;: attend un modérateur ou son heure</translation>
    </message>
    <message>
        <source>Left today</source>
        <translation>Parti aujourd’hui</translation>
    </message>
    <message>
        <source>Read back or confirmed by the network</source>
        <translation>Relu, ou confirmé par le réseau</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>Rien n’est planifié.</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>Prochain&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the way.</source>
        <translation>
            <numerusform>%Ln en route.</numerusform>
            <numerusform>%Ln en route.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left today.</source>
        <translation>
            <numerusform>%Ln parti aujourd’hui.</numerusform>
            <numerusform>%Ln partis aujourd’hui.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait(s) for you.</source>
        <translation>
            <numerusform>%Ln vous attend.</numerusform>
            <numerusform>%Ln vous attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publishing is paused, so nothing was sent. Resume it first.</source>
        <translation>Les publications sont en pause&#xa0;: rien n’a été envoyé. Reprenez-les d’abord.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PagePreview</name>
    <message>
        <source>Pages of the report</source>
        <translation>Pages du rapport</translation>
    </message>
</context>
<context>
    <name>vigie::ui::Palette</name>
    <message>
        <source>panel</source>
        <translation>panneau</translation>
    </message>
    <message>
        <source>saved query</source>
        <translation>requête gardée</translation>
    </message>
    <message>
        <source>account, %1</source>
        <translation>compte, %1</translation>
    </message>
    <message>
        <source>Search all mentions for &quot;%1&quot;</source>
        <translation>Chercher «&#xa0;%1&#xa0;» dans toutes les mentions</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Search everything, or type a command</source>
        <translation>Chercher partout, ou saisir une commande</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Ce qui convient</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes</source>
        <translation>Haut et Bas choisissent, Entrée lance, Échap ferme</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PassingDesk</name>
    <message>
        <source>Pass on to a service</source>
        <translation>Transmettre à un service</translation>
    </message>
    <message>
        <source>Remind the service</source>
        <translation>Relancer le service</translation>
    </message>
    <message>
        <source>Turn the service&apos;s answer into a reply</source>
        <translation>Faire de la réponse du service une réponse au membre</translation>
    </message>
    <message>
        <source>Write down a service&apos;s answer</source>
        <translation>Noter la réponse d’un service</translation>
    </message>
    <message>
        <source>Open an answer saved as a mail</source>
        <translation>Ouvrir une réponse enregistrée comme courriel</translation>
    </message>
    <message>
        <source>How the services answer</source>
        <translation>Comment les services répondent</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PassingReportDialog</name>
    <message>
        <source>How the services answer</source>
        <translation>Comment les services répondent</translation>
    </message>
    <message>
        <source>Asked in the last 30 days</source>
        <translation>Posées ces 30 derniers jours</translation>
    </message>
    <message>
        <source>Asked in the last 90 days</source>
        <translation>Posées ces 90 derniers jours</translation>
    </message>
    <message>
        <source>Asked in the last year</source>
        <translation>Posées depuis un an</translation>
    </message>
    <message>
        <source>Asked ever</source>
        <translation>Posées depuis toujours</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Posées</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondues</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation>9 sur 10 en</translation>
    </message>
    <message>
        <source>Oldest open</source>
        <translation>Plus ancienne ouverte</translation>
    </message>
    <message>
        <source>Save as a table...</source>
        <translation>Enregistrer en tableau…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a count and its share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Tous les services</translation>
    </message>
    <message>
        <source>Times run from the question to the first answer of a person. Open questions are not counted as answered; late are those answered after their time, or open when it had run out. Open time is that of the service&apos;s own calendar.</source>
        <translation>Les durées vont de la question à la première réponse d’une personne. Les questions ouvertes ne comptent pas comme répondues&#xa0;; en retard, celles qui ont eu leur réponse après leur terme ou restaient ouvertes à ce moment. Le temps ouvré est celui du calendrier du service.</translation>
    </message>
    <message>
        <source>Median of open time</source>
        <translation>Médiane du temps ouvré</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PassingStrip</name>
    <message numerus="yes">
        <source>and %Ln earlier question(s)</source>
        <translation>
            <numerusform>et %Ln question plus ancienne</numerusform>
            <numerusform>et %Ln questions plus anciennes</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Turn into a reply again</source>
        <translation>En faire de nouveau une réponse</translation>
    </message>
    <message>
        <source>Turn into a reply</source>
        <translation>En faire une réponse</translation>
    </message>
    <message>
        <source>Reminder sent</source>
        <translation>Relance envoyée</translation>
    </message>
    <message>
        <source>No mail account: the reminder is on the clipboard.</source>
        <translation>Pas de compte de courriel&#xa0;: la relance est dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PauseBanner</name>
    <message>
        <source>%1: paused since %2. %3</source>
        <comment>what, since, reason</comment>
        <translation>%1&#xa0;: en pause depuis %2. %3</translation>
    </message>
    <message>
        <source>%1: paused since %2 by %3. %4</source>
        <comment>what, since, person, reason</comment>
        <translation>%1&#xa0;: en pause depuis %2 par %3. %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) or answer(s) kept back.</source>
        <translation>
            <numerusform>%Ln publication ou réponse retenue.</numerusform>
            <numerusform>%Ln publications ou réponses retenues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) that a pause kept back wait for your decision. None of them leaves by itself.</source>
        <translation>
            <numerusform>%Ln publication retenue par une pause attend votre décision. Elle ne part pas toute seule.</numerusform>
            <numerusform>%Ln publications retenues par une pause attendent votre décision. Aucune ne part toute seule.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume...</source>
        <translation>Reprendre...</translation>
    </message>
    <message>
        <source>Resume publishing</source>
        <translation>Reprendre les publications</translation>
    </message>
    <message>
        <source>Decide...</source>
        <translation>Décider...</translation>
    </message>
    <message>
        <source>Decide about what was kept back</source>
        <translation>Décider de ce qui a été retenu</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PauseDialog</name>
    <message>
        <source>Pause publishing</source>
        <translation>Mettre les publications en pause</translation>
    </message>
    <message>
        <source>Nothing more leaves from the moment you press the button. What is kept back waits for your decision afterwards, post by post; resuming sends nothing.</source>
        <translation>Plus rien ne part dès que vous appuyez sur le bouton. Ce qui est retenu attend ensuite votre décision, publication par publication&#x202f;; reprendre n’envoie rien.</translation>
    </message>
    <message>
        <source>What is paused</source>
        <translation>Ce qui est mis en pause</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Whoever resumes must know: an accident, a day of mourning...</source>
        <translation>Qui reprendra doit le savoir&#xa0;: un accident, un jour de deuil...</translation>
    </message>
    <message>
        <source>People are still answered</source>
        <translation>On répond encore aux gens</translation>
    </message>
    <message>
        <source>Posts are kept back, answers in conversations leave as usual.</source>
        <translation>Les publications sont retenues, les réponses dans les conversations partent comme d’habitude.</translation>
    </message>
    <message>
        <source>Pause now</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>This is paused already. The line at the top of the window says since when and why.</source>
        <translation>C’est déjà en pause. La ligne en haut de la fenêtre dit depuis quand et pourquoi.</translation>
    </message>
    <message>
        <source>Paused. Nothing leaves until you resume and decide.</source>
        <translation>En pause. Rien ne part avant que vous repreniez et décidiez.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PersonPane</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Échanges</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <comment>a count, then when: 14, last 3 d ago</comment>
        <translation>%1, dernier %2</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>Usual tone</source>
        <translation>Tonalité habituelle</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Était</translation>
    </message>
    <message>
        <source>The person could not be read</source>
        <translation>La personne n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Personne n’est choisi</translation>
    </message>
    <message>
        <source>Who speaks appears here with the ticket.</source>
        <translation>Qui parle apparaît ici avec le ticket.</translation>
    </message>
    <message>
        <source>there since %1</source>
        <translation>présent depuis %1</translation>
    </message>
    <message>
        <source>seen since %1</source>
        <translation>vu depuis %1</translation>
    </message>
    <message>
        <source>automated account</source>
        <translation>compte automatique</translation>
    </message>
    <message>
        <source>asked not to be indexed</source>
        <translation>demande à ne pas être indexé</translation>
    </message>
    <message>
        <source>Tone, one year</source>
        <translation>Tonalité, un an</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>All their mentions</source>
        <translation>Toutes ses mentions</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Open the profile on the network</source>
        <translation>Ouvrir le profil sur le réseau</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Personne&#xa0;: %1</translation>
    </message>
    <message>
        <source>Erased person</source>
        <translation>Personne effacée</translation>
    </message>
    <message>
        <source>we answered</source>
        <translation>nous avons répondu</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>transmis</translation>
    </message>
    <message>
        <source>a colleague answered</source>
        <translation>un collègue a répondu</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>promis</translation>
    </message>
    <message>
        <source>promise settled</source>
        <translation>promesse réglée</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentement</translation>
    </message>
    <message>
        <source>identity added</source>
        <translation>identité ajoutée</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identités</translation>
    </message>
    <message>
        <source>Also</source>
        <comment>another identity of the person</comment>
        <translation>Aussi</translation>
    </message>
    <message>
        <source>Our usual delay</source>
        <translation>Notre délai habituel</translation>
    </message>
    <message>
        <source>Relays of us</source>
        <translation>Relais de nos posts</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>Promesses en cours</translation>
    </message>
    <message>
        <source>late by %1</source>
        <comment>how long</comment>
        <translation>en retard de %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>how long</comment>
        <translation>reste %1</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>of a promise</comment>
        <translation>Tenue</translation>
    </message>
    <message>
        <source>Broken</source>
        <comment>of a promise</comment>
        <translation>Non tenue</translation>
    </message>
    <message>
        <source>Released</source>
        <comment>of a promise: nobody waits for it any more</comment>
        <translation>Plus attendue</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Prochaine étape</translation>
    </message>
    <message>
        <source>%1, overdue</source>
        <comment>a day</comment>
        <translation>%1, dépassé</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>of a next step</comment>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who wrote it, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>What they agreed to and gave us</source>
        <translation>Ce qu’elle a accepté et nous a remis</translation>
    </message>
    <message>
        <source>%1: %2 (%3, %4)</source>
        <comment>agreed or took back, to what, where that was said, when</comment>
        <translation>%1&#xa0;: %2 (%3, %4)</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Took back</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>%1: %2 (%3, %4)</source>
        <comment>what it is, its value, where it comes from, since when</comment>
        <translation>%1&#xa0;: %2 (%3, %4)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Show more of the timeline</source>
        <translation>Afficher la suite de la chronologie</translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>Note...</translation>
    </message>
    <message>
        <source>Next step...</source>
        <translation>Prochaine étape...</translation>
    </message>
    <message>
        <source>Consent...</source>
        <translation>Consentement...</translation>
    </message>
    <message>
        <source>Datum...</source>
        <translation>Donnée...</translation>
    </message>
    <message>
        <source>Something they gave us</source>
        <translation>Quelque chose qu’elle nous a remis</translation>
    </message>
    <message>
        <source>Identities...</source>
        <translation>Identités...</translation>
    </message>
    <message>
        <source>Who else they are, or may be</source>
        <translation>Qui d’autre elle est, ou peut être</translation>
    </message>
    <message>
        <source>What, why, export...</source>
        <translation>Données, export...</translation>
    </message>
    <message>
        <source>What is held and why, and as a file</source>
        <translation>Ce qui est détenu et pourquoi, et en fichier</translation>
    </message>
    <message>
        <source>Erase...</source>
        <translation>Effacer...</translation>
    </message>
    <message>
        <source>Forget this person</source>
        <translation>Oublier cette personne</translation>
    </message>
    <message>
        <source>This person asked to be forgotten. What is left is that there was somebody, and counts.</source>
        <translation>Cette personne a demandé à être oubliée. Il reste qu’il y a eu quelqu’un, et des nombres.</translation>
    </message>
    <message numerus="yes">
        <source>What we hold: the handle, %n public message(s) since %1, our exchanges, tags and notes, to answer them (legitimate interest). It stays on this machine.</source>
        <translation>
            <numerusform>Ce que nous détenons&#xa0;: l’identifiant, %n message public depuis le %1, nos échanges, étiquettes et notes, pour lui répondre (intérêt légitime). Tout reste sur cette machine.</numerusform>
            <numerusform>Ce que nous détenons&#xa0;: l’identifiant, %n messages publics depuis le %1, nos échanges, étiquettes et notes, pour lui répondre (intérêt légitime). Tout reste sur cette machine.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::PlaceRow</name>
    <message>
        <source>Nowhere: only texts are published</source>
        <translation>Nulle part&#xa0;: seuls les textes sont publiés</translation>
    </message>
    <message>
        <source>I put them there myself</source>
        <translation>Je les y dépose moi-même</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>network, account</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This network fetches pictures and films itself, from an address that everybody can read. Connect a WebDAV folder, an S3 bucket or your WordPress site, then choose it here.</source>
        <translation>Ce réseau va chercher lui-même images et films, à une adresse que chacun peut lire. Connectez un dossier WebDAV, un compartiment S3 ou votre site WordPress, puis choisissez-le ici.</translation>
    </message>
    <message>
        <source>This network fetches pictures and films itself. Vigie puts them there before a post leaves, and takes them away afterwards.</source>
        <translation>Ce réseau va chercher lui-même images et films. Vigie les y dépose avant le départ d’une publication, et les retire ensuite.</translation>
    </message>
    <message>
        <source>Pictures and films are put at</source>
        <translation>Images et films sont déposés dans</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PlanFilterDialog</name>
    <message>
        <source>Filter of %1</source>
        <comment>a report</comment>
        <translation>Filtre de %1</translation>
    </message>
    <message>
        <source>The next report counts only these mentions. Reports that were made stay as they are.</source>
        <translation>Le prochain rapport ne compte que ces mentions. Les rapports déjà faits restent tels quels.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The filter is not saved. %1</source>
        <translation>Le filtre n’est pas enregistré. %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PlansDialog</name>
    <message>
        <source>Reports made by themselves</source>
        <translation>Rapports automatiques</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Ce qu’il en est</translation>
    </message>
    <message>
        <source>Nothing is made by itself yet</source>
        <translation>Aucun rapport automatique pour l’instant</translation>
    </message>
    <message>
        <source>A report of last week each Monday, or of last month: choose below, and it is written while Vigie runs. What was missed is made up for.</source>
        <translation>Un rapport de la semaine passée chaque lundi, ou du mois passé&#xa0;: choisissez ci-dessous, et il s’écrit pendant que Vigie tourne. Ce qui a été manqué est rattrapé.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Monday&apos;s report</source>
        <translation>Le rapport du lundi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Each week, of the seven days before</source>
        <translation>Chaque semaine, sur les sept jours d’avant</translation>
    </message>
    <message>
        <source>Each month, of the month before</source>
        <translation>Chaque mois, sur le mois d’avant</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>À quelle fréquence</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Prochain&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not made: %1 It is tried again in an hour.</source>
        <translation>Pas fait&#xa0;: %1 Nouvel essai dans une heure.</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Dernier&#xa0;: %1</translation>
    </message>
    <message>
        <source>There is no such folder. Choose the one that reports go to.</source>
        <translation>Ce dossier n’existe pas. Choisissez celui où vont les rapports.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>From now on this report is made by itself.</source>
        <translation>Ce rapport se fait désormais de lui-même.</translation>
    </message>
    <message>
        <source>It is not made any more; files that were made stay.</source>
        <translation>Il ne se fait plus&#x202f;; les fichiers déjà faits restent.</translation>
    </message>
    <message>
        <source>It waits until you let it go on.</source>
        <translation>Il attend que vous le repreniez.</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Sur quoi</translation>
    </message>
    <message>
        <source>Filter...</source>
        <translation>Filtre...</translation>
    </message>
    <message>
        <source>A new one is as the report in view: %1, %2, %3.</source>
        <translation>Un nouveau rapport reprend celui qui est affiché&#xa0;: %1, %2, %3.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>%1 tells of %2 from now on.</source>
        <comment>a report, its filter</comment>
        <translation>%1 porte désormais sur&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Take back the last</source>
        <translation>Annuler le dernier changement</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PolicyForm</name>
    <message>
        <source>Also outside opening hours</source>
        <translation>Aussi hors des heures d’ouverture</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Première réponse sous</translation>
    </message>
    <message>
        <source>Next answer within</source>
        <translation>Réponse suivante sous</translation>
    </message>
    <message>
        <source>Resolution within</source>
        <translation>Résolution sous</translation>
    </message>
    <message>
        <source>For the account</source>
        <translation>Pour le compte</translation>
    </message>
    <message>
        <source>Only networks</source>
        <translation>Réseaux seulement</translation>
    </message>
    <message>
        <source>all; or mastodon, bluesky</source>
        <translation>tous&#xa0;; ou mastodon, bluesky</translation>
    </message>
    <message>
        <source>Only languages</source>
        <translation>Langues seulement</translation>
    </message>
    <message>
        <source>all; or fr, en</source>
        <translation>toutes&#xa0;; ou fr, en</translation>
    </message>
    <message>
        <source>Only tags</source>
        <translation>Étiquettes seulement</translation>
    </message>
    <message>
        <source>all; or one of these, with commas</source>
        <translation>toutes&#xa0;; ou l’une de celles-ci, avec des virgules</translation>
    </message>
    <message>
        <source>private messages</source>
        <translation>messages privés</translation>
    </message>
    <message>
        <source>reviews</source>
        <translation>avis</translation>
    </message>
    <message>
        <source>complaints</source>
        <translation>réclamations</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>questions</translation>
    </message>
    <message>
        <source>public messages</source>
        <translation>messages publics</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Seulement</translation>
    </message>
    <message>
        <source>any</source>
        <comment>points in the queue</comment>
        <translation>sans seuil</translation>
    </message>
    <message>
        <source>From so many points in the queue on</source>
        <translation>À partir de tant de points dans la file</translation>
    </message>
    <message>
        <source>when it is late</source>
        <translation>quand c’est en retard</translation>
    </message>
    <message>
        <source>Remind before it is due</source>
        <translation>Rappeler avant l’échéance</translation>
    </message>
    <message>
        <source>all accounts</source>
        <translation>tous les comptes</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PostEditor</name>
    <message>
        <source>The post is not planned yet: choose its day and hour, then plan it.</source>
        <translation>La publication n’est pas encore planifiée&#xa0;: choisissez son jour et son heure, puis planifiez-la.</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message numerus="yes">
        <source>Publish this post now on %n account(s)?</source>
        <translation>
            <numerusform>Publier maintenant sur %n compte&#xa0;?</numerusform>
            <numerusform>Publier maintenant sur %n comptes&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>It leaves at once; what is published cannot be taken back from here.</source>
        <translation>Elle part aussitôt&#xa0;; ce qui est publié ne peut pas être repris d’ici.</translation>
    </message>
    <message>
        <source>The post was not planned: something in it would fail when it is sent. What it is stands beside the account or the hour.</source>
        <translation>La publication n’a pas été planifiée&#xa0;: quelque chose échouerait à l’envoi. La raison est écrite près du compte ou de l’heure.</translation>
    </message>
    <message>
        <source>ddd d, HH:mm</source>
        <comment>date and time of a post</comment>
        <translation>ddd d, HH:mm</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>pas encore de jour</translation>
    </message>
    <message numerus="yes">
        <source>Thread of %n post(s), parted at the lines of three hyphens.</source>
        <translation>
            <numerusform>Fil de %n publication, coupé aux lignes de trois tirets.</numerusform>
            <numerusform>Fil de %n publications, coupé aux lignes de trois tirets.</numerusform>
        </translation>
    </message>
    <message>
        <source>A line of three hyphens (---) parts it into a thread.</source>
        <translation>Une ligne de trois tirets (---) le coupe en fil.</translation>
    </message>
    <message>
        <source>It was sent or is being sent: its words can no longer be changed here.</source>
        <translation>Elle est partie ou part en ce moment&#xa0;: ses mots ne peuvent plus changer ici.</translation>
    </message>
    <message>
        <source>These changes are not planned yet. What was planned before still leaves as it was.</source>
        <translation>Ces changements ne sont pas encore planifiés. Ce qui était planifié part encore tel quel.</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Replanifier</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Remettre en brouillon</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Garder en brouillon</translation>
    </message>
    <message>
        <source>No post is chosen</source>
        <translation>Aucune publication choisie</translation>
    </message>
    <message>
        <source>Choose a post to read or change it, or make a new one at the hour of the cursor.</source>
        <translation>Choisissez une publication pour la lire ou la modifier, ou créez-en une à l’heure du curseur.</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouvelle publication</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Base text</source>
        <translation>Texte de base</translation>
    </message>
    <message>
        <source>What do you want to say?</source>
        <translation>Que voulez-vous dire&#xa0;?</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Visible par</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Late by at most</source>
        <translation>Retard au plus</translation>
    </message>
    <message>
        <source>Late by at most, in minutes</source>
        <translation>Retard au plus, en minutes</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>When the computer was off or offline at its hour, the post still leaves if it is late by no more than this. Later, it asks you.</source>
        <translation>Si l’ordinateur était éteint ou hors ligne à l’heure dite, la publication part encore tant que son retard ne dépasse pas cette durée. Au-delà, Vigie vous demande.</translation>
    </message>
    <message>
        <source>Publish now...</source>
        <translation>Publier maintenant…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>everyone, not in public lists</source>
        <translation>tout le monde, hors des listes publiques</translation>
    </message>
    <message>
        <source>followers only</source>
        <translation>abonnés seulement</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisée</translation>
    </message>
    <message>
        <source>It was published on the network itself. To change or delete it, open it there.</source>
        <translation>Elle a été publiée sur le réseau même. Pour la modifier ou la supprimer, ouvrez-la là-bas.</translation>
    </message>
    <message>
        <source>Discard these changes</source>
        <translation>Abandonner ces modifications</translation>
    </message>
    <message>
        <source>%1 on %2, the nearest to its limit</source>
        <translation>%1 sur %2, le plus près de sa limite</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2: %n too many</source>
        <translation>
            <numerusform>%1 sur %2&#xa0;: %n de trop</numerusform>
            <numerusform>%1 sur %2&#xa0;: %n de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the base text on the account in focus</source>
        <translation>Revenir au texte de base pour le compte actif</translation>
    </message>
    <message>
        <source>Part the text into a thread</source>
        <translation>Découper le texte en fil</translation>
    </message>
    <message>
        <source>Why is the post as long as that?</source>
        <translation>Pourquoi la publication est-elle si longue&#x202f;?</translation>
    </message>
    <message>
        <source>Preview the post on every network</source>
        <translation>Aperçu de la publication sur chaque réseau</translation>
    </message>
    <message>
        <source>Media library</source>
        <translation>Médiathèque</translation>
    </message>
    <message>
        <source>How posts are composed: words of pictures, campaign links</source>
        <translation>Comment les publications sont composées&#xa0;: textes des images, liens de campagne</translation>
    </message>
    <message>
        <source>Take away characters that nobody sees</source>
        <translation>Retirer les caractères que personne ne voit</translation>
    </message>
    <message>
        <source>Go to the next mark in the post</source>
        <translation>Aller à la marque suivante de la publication</translation>
    </message>
    <message>
        <source>Go to the previous mark in the post</source>
        <translation>Aller à la marque précédente de la publication</translation>
    </message>
    <message>
        <source>What can be done about the mark</source>
        <translation>Que faire de cette marque</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PostPreview</name>
    <message>
        <source>Preview on %1</source>
        <translation>Aperçu sur %1</translation>
    </message>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>a picture without words</source>
        <translation>une image sans texte</translation>
    </message>
    <message>
        <source>a picture: %1</source>
        <translation>une image&#xa0;: %1</translation>
    </message>
    <message>
        <source>a card: %1</source>
        <translation>une carte&#xa0;: %1</translation>
    </message>
    <message>
        <source>more: the rest shows when it is opened</source>
        <translation>suite&#xa0;: le reste s’affiche à l’ouverture</translation>
    </message>
    <message>
        <source>film</source>
        <translation>film</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>The card of the page is shown here.</source>
        <translation>La carte de la page s’affiche ici.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PostingDialog</name>
    <message>
        <source>From your own history</source>
        <translation>D’après votre historique</translation>
    </message>
    <message>
        <source>When to post</source>
        <translation>Quand publier</translation>
    </message>
    <message>
        <source>Comments to expect</source>
        <translation>Commentaires à prévoir</translation>
    </message>
    <message>
        <source>Say again</source>
        <translation>Redire</translation>
    </message>
    <message>
        <source>Make a draft at this hour</source>
        <translation>Faire un brouillon à cette heure</translation>
    </message>
    <message>
        <source>Show the post</source>
        <translation>Montrer la publication</translation>
    </message>
    <message>
        <source>Make a draft of it</source>
        <translation>En faire un brouillon</translation>
    </message>
    <message>
        <source>A draft was made; nothing leaves before you plan it.</source>
        <translation>Un brouillon est fait&#x202f;; rien ne part avant que vous le planifiiez.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PracticeBanner</name>
    <message>
        <source>This is practice: an invented brand and invented people. Nothing leaves this computer.</source>
        <translation>Ceci est un entraînement&#xa0;: une marque et des gens inventés. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Time runs</source>
        <translation>Le temps passe</translation>
    </message>
    <message>
        <source>Practice time runs %1 times as fast</source>
        <translation>Le temps d’entraînement passe %1 fois plus vite</translation>
    </message>
    <message>
        <source>Connect your own accounts</source>
        <translation>Connecter vos comptes</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PreviewSection</name>
    <message>
        <source>Preview on %1 as %2</source>
        <translation>Aperçu sur %1 en tant que %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>Preview of all networks side by side</source>
        <translation>Aperçu de tous les réseaux côte à côte</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PreviewWindow</name>
    <message>
        <source>The post on each network</source>
        <translation>La publication sur chaque réseau</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PromiseBar</name>
    <message>
        <source>promise: %1, noted when it is sent</source>
        <comment>a time</comment>
        <translation>promesse&#xa0;: %1, notée à l’envoi</translation>
    </message>
    <message>
        <source>promise: %1?</source>
        <comment>a time</comment>
        <translation>promesse&#xa0;: %1&#xa0;?</translation>
    </message>
    <message>
        <source>Note it  %1</source>
        <comment>a key</comment>
        <translation>La noter  %1</translation>
    </message>
    <message>
        <source>Note the promise with the answer</source>
        <translation>Noter la promesse avec la réponse</translation>
    </message>
    <message>
        <source>Do not note it</source>
        <translation>Ne pas la noter</translation>
    </message>
    <message>
        <source>It is none</source>
        <comment>of what looks like a promise</comment>
        <translation>Ce n’en est pas une</translation>
    </message>
    <message>
        <source>Do not note the promise</source>
        <translation>Ne pas noter la promesse</translation>
    </message>
    <message>
        <source>It is no promise</source>
        <translation>Ce n’est pas une promesse</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PromiseBox</name>
    <message>
        <source>no promise</source>
        <translation>aucune promesse</translation>
    </message>
    <message>
        <source>Opening hours and minutes, as 4:30</source>
        <translation>Heures et minutes d’ouverture, comme 4:30</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PromiseKeeper</name>
    <message>
        <source>Nothing is promised by a time here, or it is noted already.</source>
        <translation>Rien n’est promis ici avec une échéance, ou c’est déjà noté.</translation>
    </message>
    <message>
        <source>Note the promise</source>
        <translation>Noter la promesse</translation>
    </message>
    <message>
        <source>Promised by %1: &quot;%2&quot;</source>
        <comment>a time, then the words that promise</comment>
        <translation>Promis pour %1&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
</context>
<context>
    <name>vigie::ui::PublishingDesk</name>
    <message>
        <source>Outbox: what leaves, when, and what left</source>
        <translation>Boîte d’envoi&#xa0;: ce qui part, quand, et ce qui est parti</translation>
    </message>
    <message>
        <source>Posts that wait for agreement...</source>
        <translation>Publications qui attendent un accord...</translation>
    </message>
    <message>
        <source>Pause publishing...</source>
        <translation>Mettre les publications en pause...</translation>
    </message>
    <message>
        <source>Resume publishing...</source>
        <translation>Reprendre les publications...</translation>
    </message>
    <message>
        <source>Decide about what a pause kept back...</source>
        <translation>Décider de ce qu’une pause a retenu...</translation>
    </message>
    <message>
        <source>Publishing goes on. Nothing had been kept back.</source>
        <translation>Les publications reprennent. Rien n’avait été retenu.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryChanges</name>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Comparing with what is kept...</source>
        <translation>Comparaison avec ce qui est gardé...</translation>
    </message>
    <message>
        <source>%1 before, %2 after</source>
        <translation>%1 avant, %2 après</translation>
    </message>
    <message>
        <source>%1 before, %2 after, so far</source>
        <translation>%1 avant, %2 après, pour l’instant</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparer de nouveau</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Arrêter la comparaison</translation>
    </message>
    <message>
        <source>How much of history has been looked at</source>
        <translation>Part de l’historique déjà relue</translation>
    </message>
    <message>
        <source>What the change does to history</source>
        <translation>Ce que le changement fait à l’historique</translation>
    </message>
    <message>
        <source>All history</source>
        <translation>Tout l’historique</translation>
    </message>
    <message>
        <source>The last two years</source>
        <translation>Les deux dernières années</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Jusqu’où remonter</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>En montrer plus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>mentions</comment>
        <translation>
            <numerusform>%Ln ajoutée</numerusform>
            <numerusform>%Ln ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>mentions</comment>
        <translation>
            <numerusform>%Ln perdue</numerusform>
            <numerusform>%Ln perdues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryEditor</name>
    <message>
        <source>%1 (Alt+Enter)</source>
        <comment>what mends a mistake, and its key</comment>
        <translation>%1 (Alt+Entrée)</translation>
    </message>
    <message>
        <source>Query, with a mistake: %1</source>
        <translation>Requête, avec une erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Compter de nouveau</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Arrêter le comptage</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n mention(s) satisfy it</source>
        <translation>
            <numerusform>Plus de %n mention y répond</numerusform>
            <numerusform>Plus de %n mentions y répondent</numerusform>
        </translation>
    </message>
    <message>
        <source>No mention satisfies it so far</source>
        <translation>Aucune mention n’y répond pour l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) satisfy it</source>
        <translation>
            <numerusform>%n mention y répond</numerusform>
            <numerusform>%n mentions y répondent</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting...</source>
        <translation>Comptage...</translation>
    </message>
    <message>
        <source>dubreuil AND (repair* OR &quot;second hand&quot;) NOT is:ours</source>
        <translation>dubreuil AND (répar* OR &quot;seconde main&quot;) NOT is:ours</translation>
    </message>
    <message>
        <source>Words, &quot;phrases&quot;, beginnings (repair*), AND, OR, NOT, NEAR/5, parentheses, fields such as lang: or author:, @saved queries. Ctrl+Space shows what may be typed.</source>
        <translation>Des mots, des &quot;expressions&quot;, des débuts de mot (répar*), AND, OR, NOT, NEAR/5, des parenthèses, des champs comme lang: ou author:, des @requêtes enregistrées. Ctrl+Espace montre ce qui peut s’écrire.</translation>
    </message>
    <message>
        <source>AND binds before OR here. Add parentheses if you meant otherwise.</source>
        <translation>AND passe ici avant OR. Ajoutez des parenthèses si ce n’est pas voulu.</translation>
    </message>
    <message>
        <source>and, or, not, et, ou, sauf are operators here, also in small letters; in quotes they are words.</source>
        <translation>and, or, not, et, ou, sauf sont ici des opérateurs, même en minuscules&#xa0;; entre guillemets, ce sont des mots.</translation>
    </message>
    <message>
        <source>Paste from Brandwatch, Talkwalker or Meltwater</source>
        <translation>Coller depuis Brandwatch, Talkwalker ou Meltwater</translation>
    </message>
    <message numerus="yes">
        <source>At least %n mention(s) satisfy it, still counting</source>
        <translation>
            <numerusform>Au moins %n mention y répond, le compte continue</numerusform>
            <numerusform>Au moins %n mentions y répondent, le compte continue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryExamplesBox</name>
    <message>
        <source>Kept as an example: this query must find it</source>
        <translation>Gardé comme exemple&#xa0;: cette requête doit la trouver</translation>
    </message>
    <message>
        <source>Kept as an example: this query must not find it</source>
        <translation>Gardé comme exemple&#xa0;: cette requête ne doit pas la trouver</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) fail</source>
        <translation>
            <numerusform>%n exemple échoue</numerusform>
            <numerusform>%n exemples échouent</numerusform>
        </translation>
    </message>
    <message>
        <source>must find</source>
        <translation>doit trouver</translation>
    </message>
    <message>
        <source>must not find</source>
        <translation>ne doit pas trouver</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>n’est plus là</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>réussit</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>échoue</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an example: what is asked of it, how it goes</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take the example away: %1</source>
        <translation>Retirer l’exemple&#xa0;: %1</translation>
    </message>
    <message>
        <source>Examples, tried at each change</source>
        <translation>Exemples, essayés à chaque changement</translation>
    </message>
    <message>
        <source>What somebody could write</source>
        <translation>Ce que quelqu’un pourrait écrire</translation>
    </message>
    <message>
        <source>Text of a new example</source>
        <translation>Texte d’un nouvel exemple</translation>
    </message>
    <message>
        <source>It must be found</source>
        <translation>À trouver</translation>
    </message>
    <message>
        <source>It must not be found</source>
        <translation>À ne pas trouver</translation>
    </message>
    <message>
        <source>What is asked of the example</source>
        <translation>Ce qui est demandé à l’exemple</translation>
    </message>
    <message>
        <source>Add the example</source>
        <translation>Ajouter l’exemple</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryPaste</name>
    <message>
        <source>It reads here as it is:</source>
        <translation>Elle se lit ici telle quelle&#xa0;:</translation>
    </message>
    <message>
        <source>Read as a query of %1:</source>
        <translation>Lue comme une requête de %1&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>... et %n autre</numerusform>
            <numerusform>... et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a query of another tool</source>
        <translation>Coller une requête d’un autre outil</translation>
    </message>
    <message>
        <source>Query of another tool</source>
        <translation>Requête d’un autre outil</translation>
    </message>
    <message>
        <source>Find out of which tool</source>
        <translation>Trouver de quel outil</translation>
    </message>
    <message>
        <source>Tool the query comes from</source>
        <translation>Outil d’où vient la requête</translation>
    </message>
    <message>
        <source>Use this query</source>
        <translation>Utiliser cette requête</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QuerySamples</name>
    <message>
        <source>The newest it finds</source>
        <translation>Les plus récentes trouvées</translation>
    </message>
    <message>
        <source>Near misses: one part alone keeps them out</source>
        <translation>Manquées de peu&#xa0;: une seule partie les écarte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an action, the mention it is about</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>It must be found</source>
        <translation>À trouver</translation>
    </message>
    <message>
        <source>It must not be found</source>
        <translation>À ne pas trouver</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueueModel</name>
    <message>
        <source>comes back %1</source>
        <comment>a snoozed ticket; %1 is a date and time</comment>
        <translation>revient %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>%1, %2: %3. Why it is here: %4. Status: %5.</source>
        <translation>%1, %2&#xa0;: %3. Pourquoi ici&#xa0;: %4. État&#xa0;: %5.</translation>
    </message>
    <message>
        <source>%1, %2: %3. Why it is here: %4. Status: %5. %6.</source>
        <translation>%1, %2&#xa0;: %3. Pourquoi c’est ici&#xa0;: %4. État&#xa0;: %5. %6.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueuePane</name>
    <message>
        <source>Any tag</source>
        <translation>Toute étiquette</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tag and how many tickets have it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>À suivre</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) in this view</source>
        <translation>
            <numerusform>%n ticket dans cette vue</numerusform>
            <numerusform>%n tickets dans cette vue</numerusform>
        </translation>
    </message>
    <message>
        <source>mine</source>
        <comment>view of the queue</comment>
        <translation>à moi</translation>
    </message>
    <message>
        <source>unassigned</source>
        <comment>view of the queue</comment>
        <translation>à personne</translation>
    </message>
    <message>
        <source>all</source>
        <comment>view of the queue</comment>
        <translation>tout</translation>
    </message>
    <message>
        <source>snoozed</source>
        <comment>view of the queue</comment>
        <translation>en sommeil</translation>
    </message>
    <message>
        <source>done</source>
        <comment>view of the queue</comment>
        <translation>traités</translation>
    </message>
    <message>
        <source>tag</source>
        <comment>filter of the queue</comment>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>Filtrer par étiquette</translation>
    </message>
    <message>
        <source>Filter by tag: %1</source>
        <translation>Filtrer par étiquette&#xa0;: %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>The queue could not be read</source>
        <translation>La file n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No ticket has this tag here</source>
        <translation>Aucun ticket n’a cette étiquette ici</translation>
    </message>
    <message>
        <source>The view shows only what is tagged %1.</source>
        <translation>La vue ne montre que ce qui est étiqueté %1.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Nobody waits for an answer</source>
        <translation>Personne n’attend de réponse</translation>
    </message>
    <message>
        <source>New mentions that ask for one appear here by themselves.</source>
        <translation>Les mentions qui en demandent une apparaissent ici d’elles-mêmes.</translation>
    </message>
    <message>
        <source>Nothing is assigned to you</source>
        <translation>Rien ne vous est attribué</translation>
    </message>
    <message>
        <source>Assign a ticket to yourself with A.</source>
        <translation>Attribuez-vous un ticket avec A.</translation>
    </message>
    <message>
        <source>Every ticket has an owner</source>
        <translation>Chaque ticket a un responsable</translation>
    </message>
    <message>
        <source>What nobody has taken yet appears here.</source>
        <translation>Ce que personne n’a encore pris apparaît ici.</translation>
    </message>
    <message>
        <source>Nothing is snoozed</source>
        <translation>Rien n’est en sommeil</translation>
    </message>
    <message>
        <source>A snoozed ticket comes back at the time you chose.</source>
        <translation>Un ticket en sommeil revient au moment choisi.</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>Rien n’est encore traité</translation>
    </message>
    <message>
        <source>What you close or ignore is kept here.</source>
        <translation>Ce que vous fermez ou ignorez est gardé ici.</translation>
    </message>
    <message>
        <source>views</source>
        <comment>the list of the person&apos;s own views of the queue</comment>
        <translation>vues</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>Saved view: %1, %2 ticket(s)</source>
        <translation>Vue enregistrée&#xa0;: %1, %2 ticket(s)</translation>
    </message>
    <message>
        <source>Of the 20 that stood first when you pinned a ticket, %1 were pinned by you.</source>
        <translation>Des 20 qui étaient devant quand vous avez épinglé un ticket, vous en avez épinglé %1.</translation>
    </message>
    <message>
        <source>Nothing is in this view</source>
        <translation>Rien dans cette vue</translation>
    </message>
    <message>
        <source>What its filter lets through appears here by itself.</source>
        <translation>Ce que son filtre laisse passer apparaît ici tout seul.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueuesDialog</name>
    <message>
        <source>Plan each post as it takes its slot</source>
        <translation>Planifier chaque publication quand elle prend son créneau</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>A queue is a list of hours of the week. A post that is put into it takes the next one that is free; its hour on the wall stays, wherever you are and whatever the clocks do.</source>
        <translation>Une file est une liste d’heures de la semaine. Une publication qu’on y met prend la prochaine qui est libre&#x202f;; son heure locale reste, où que vous soyez et quoi que fassent les horloges.</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>Nouvelle file</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Créneaux</translation>
    </message>
    <message>
        <source>Add the slot</source>
        <translation>Ajouter le créneau</translation>
    </message>
    <message>
        <source>Remove the slot</source>
        <translation>Retirer le créneau</translation>
    </message>
    <message>
        <source>Accounts of a post that has none</source>
        <translation>Comptes d’une publication qui n’en a pas</translation>
    </message>
    <message>
        <source>Give waiting drafts their slots</source>
        <translation>Donner leurs créneaux aux brouillons en attente</translation>
    </message>
    <message>
        <source>Close gaps</source>
        <translation>Combler les vides</translation>
    </message>
    <message>
        <source>Delete the queue</source>
        <translation>Supprimer la file</translation>
    </message>
    <message>
        <source>Weekday of a new slot</source>
        <translation>Jour d’un nouveau créneau</translation>
    </message>
    <message>
        <source>Hour of a new slot</source>
        <translation>Heure d’un nouveau créneau</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date format</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) wait(s) for a slot.</source>
        <translation>
            <numerusform>%n brouillon attend un créneau.</numerusform>
            <numerusform>%n brouillons attendent un créneau.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no slots yet.</source>
        <translation>Elle n’a pas encore de créneaux.</translation>
    </message>
    <message>
        <source>Next free: %1.</source>
        <translation>Prochains libres&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The queue is not saved: give it a name.</source>
        <translation>La file n’est pas enregistrée&#xa0;: donnez-lui un nom.</translation>
    </message>
    <message>
        <source>The queue is not saved: give it at least one slot.</source>
        <translation>La file n’est pas enregistrée&#xa0;: donnez-lui au moins un créneau.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) took their slots.</source>
        <translation>
            <numerusform>%n brouillon a pris son créneau.</numerusform>
            <numerusform>%n brouillons ont pris leurs créneaux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) moved up.</source>
        <translation>
            <numerusform>%n publication avancée.</numerusform>
            <numerusform>%n publications avancées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday and hour</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::QuietEditor</name>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Calme à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calme jusqu’à</translation>
    </message>
    <message>
        <source>Quiet in the night of %1</source>
        <translation>Calme la nuit du %1</translation>
    </message>
    <message>
        <source>What rings meanwhile is told in one notice at their end, unless its rule is told in quiet hours as well. A night belongs to the day it begins on.</source>
        <translation>Ce qui sonne entre-temps est signalé d’un coup à la fin, sauf si sa règle vaut aussi aux heures calmes. Une nuit appartient au jour où elle commence.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RailButton</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n à regarder</numerusform>
            <numerusform>%n à regarder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::RatingScaleRow</name>
    <message>
        <source>found in the file</source>
        <translation>trouvée dans le fichier</translation>
    </message>
    <message>
        <source>of five stars</source>
        <translation>sur cinq étoiles</translation>
    </message>
    <message>
        <source>of ten</source>
        <translation>sur dix</translation>
    </message>
    <message>
        <source>of twenty</source>
        <translation>sur vingt</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>en pour cent</translation>
    </message>
    <message>
        <source>parts of one</source>
        <translation>en parts de un</translation>
    </message>
    <message>
        <source>thumbs up and down</source>
        <translation>pouces levés et baissés</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>comme vous l’avez dit</translation>
    </message>
    <message>
        <source>the numbers go from %1 to %2</source>
        <translation>les nombres vont de %1 à %2</translation>
    </message>
    <message>
        <source>nothing is above 1, and there are smaller parts than halves</source>
        <translation>rien ne dépasse 1, et il y a des parts plus fines que des moitiés</translation>
    </message>
    <message>
        <source>there are only two values</source>
        <translation>il n’y a que deux valeurs</translation>
    </message>
    <message>
        <source>%1 is beyond every scale: numbers are not taken for ratings until you say of how many they are</source>
        <translation>%1 dépasse toutes les échelles&#xa0;: les nombres ne sont pas pris pour des notes tant que vous n’avez pas dit sur combien ils sont</translation>
    </message>
    <message>
        <source>no rating is a bare number</source>
        <translation>aucune note n’est un nombre seul</translation>
    </message>
    <message>
        <source>Ratings are</source>
        <translation>Échelle des notes</translation>
    </message>
    <message>
        <source>Of how many the ratings are</source>
        <translation>Sur combien sont les notes</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>scale of the ratings and why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln say(s) of how many and is read so</source>
        <translation>
            <numerusform>%Ln dit sur combien elle est et est lue ainsi</numerusform>
            <numerusform>%Ln disent sur combien elles sont et sont lues ainsi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is/are no rating: their lines have none</source>
        <translation>
            <numerusform>%Ln n’est pas une note&#xa0;: sa ligne n’en a pas</numerusform>
            <numerusform>%Ln ne sont pas des notes&#xa0;: leurs lignes n’en ont pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln beyond that: their lines are left out</source>
        <translation>
            <numerusform>%Ln au-delà&#xa0;: sa ligne est laissée de côté</numerusform>
            <numerusform>%Ln au-delà&#xa0;: leurs lignes sont laissées de côté</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReadingPane</name>
    <message>
        <source>%1  %2</source>
        <comment>text of a button and its key</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a network, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>handle, server</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1. The time of publication is not known exactly.</source>
        <translation>%1. L’heure de publication n’est pas connue exactement.</translation>
    </message>
    <message>
        <source>%1 The text is kept here as it was seen.</source>
        <translation>%1 Le texte est gardé ici tel qu’il a été vu.</translation>
    </message>
    <message>
        <source>Content warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hide the text</source>
        <translation>Masquer le texte</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Montrer le texte</translation>
    </message>
    <message>
        <source>Text of the mention</source>
        <translation>Texte de la mention</translation>
    </message>
    <message>
        <source>Why here: query %1.</source>
        <translation>Pourquoi ici&#xa0;: requête %1.</translation>
    </message>
    <message>
        <source>Why here: queries %1.</source>
        <translation>Pourquoi ici&#xa0;: requêtes %1.</translation>
    </message>
    <message>
        <source>No saved query asks for it.</source>
        <translation>Aucune requête gardée ne la demande.</translation>
    </message>
    <message>
        <source>Tone %1, set by hand.</source>
        <translation>Tonalité %1, fixée à la main.</translation>
    </message>
    <message>
        <source>Tone %1, from the underlined words.</source>
        <translation>Tonalité %1, d’après les mots soulignés.</translation>
    </message>
    <message>
        <source>Tone %1: no word of the lexicons.</source>
        <translation>Tonalité %1&#xa0;: aucun mot des lexiques.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>%1: open in the browser</source>
        <comment>kind of a media</comment>
        <translation>%1&#xa0;: ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Its author gave no alternative text.</source>
        <translation>Son auteur n’a pas donné de texte de remplacement.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of a media, its alternative text</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Hide the earlier texts</source>
        <translation>Masquer les textes antérieurs</translation>
    </message>
    <message numerus="yes">
        <source>Edited: %n earlier text(s)</source>
        <translation>
            <numerusform>Modifié&#xa0;: %n texte antérieur</numerusform>
            <numerusform>Modifié&#xa0;: %n textes antérieurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>Vu %1</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>a tag that a press takes off</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Take off the tag %1</source>
        <translation>Ôter l’étiquette %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) here since %1.</source>
        <translation>
            <numerusform>%n mention ici depuis %1.</numerusform>
            <numerusform>%n mentions ici depuis %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We answered %n time(s).</source>
        <translation>
            <numerusform>Nous avons répondu %n fois.</numerusform>
            <numerusform>Nous avons répondu %n fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>We never answered them.</source>
        <translation>Nous ne lui avons jamais répondu.</translation>
    </message>
    <message>
        <source>Mean tone %1.</source>
        <translation>Tonalité moyenne %1.</translation>
    </message>
    <message>
        <source>%1 followers.</source>
        <translation>%1 abonnés.</translation>
    </message>
    <message>
        <source>No thread seen</source>
        <translation>Aucun fil vu</translation>
    </message>
    <message numerus="yes">
        <source>Thread, %n message(s)</source>
        <translation>
            <numerusform>Fil, %n message</numerusform>
            <numerusform>Fil, %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n message(s)</source>
        <translation>
            <numerusform>Montrer %n message</numerusform>
            <numerusform>Montrer les %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the network for the rest of the thread.</source>
        <translation>On demande au réseau le reste du fil.</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation>Volet de lecture</translation>
    </message>
    <message>
        <source>No mention chosen</source>
        <translation>Aucune mention choisie</translation>
    </message>
    <message>
        <source>Choose a card to read the whole text, its thread and its author.</source>
        <translation>Choisissez une carte pour lire le texte entier, son fil et son auteur.</translation>
    </message>
    <message>
        <source>Tag, then Enter</source>
        <translation>Étiquette, puis Entrée</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Ask the network for the thread</source>
        <translation>Demander le fil au réseau</translation>
    </message>
    <message>
        <source>An earlier text and what changed in it</source>
        <translation>Un texte antérieur et ce qui y a changé</translation>
    </message>
    <message>
        <source>The first line is the earliest seen here. Before it the networks were not read without a gap, so somebody may have said it earlier.</source>
        <translation>La première ligne est la plus ancienne vue ici. Avant elle, les réseaux n’ont pas été lus sans trou&#xa0;: quelqu’un a pu le dire plus tôt.</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>earliest seen here</source>
        <translation>plus ancien vu ici</translation>
    </message>
    <message>
        <source>first large relay</source>
        <translation>premier grand relais</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n relay(s)</source>
        <translation>
            <numerusform>Montrer le relais</numerusform>
            <numerusform>Montrer les %n relais</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::RecordDialog</name>
    <message>
        <source>What is held of this person, and why</source>
        <translation>Ce qui est détenu sur cette personne, et pourquoi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>in French</source>
        <translation>en français</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>en anglais</translation>
    </message>
    <message>
        <source>Language of the file</source>
        <translation>Langue du fichier</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>Enregistrer en PDF...</translation>
    </message>
    <message>
        <source>Save as Markdown...</source>
        <translation>Enregistrer en Markdown...</translation>
    </message>
    <message>
        <source>Save as JSON...</source>
        <translation>Enregistrer en JSON...</translation>
    </message>
    <message>
        <source>Gathering what is held</source>
        <translation>Rassemblement de ce qui est détenu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop gathering</source>
        <translation>Arrêter de rassembler</translation>
    </message>
    <message>
        <source>All that is held of %1. A request of the person is answered with a file: everything below, every message, every answer, note and question about them.</source>
        <translation>Tout ce qui est détenu sur %1. On répond à une demande de la personne par un fichier&#xa0;: tout ce qui suit, chaque message, chaque réponse, note et question à son sujet.</translation>
    </message>
    <message>
        <source>Save what is held</source>
        <translation>Enregistrer ce qui est détenu</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Arrêté&#xa0;; aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>The file could not be written to %1</source>
        <translation>Le fichier n’a pas pu être écrit dans %1</translation>
    </message>
    <message>
        <source>Saved: %1. It holds personal data: give it to the person, and to nobody else.</source>
        <translation>Enregistré&#xa0;: %1. Il contient des données personnelles&#xa0;: remettez-le à la personne, et à personne d’autre.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RelayBox</name>
    <message>
        <source>With relays</source>
        <translation>Avec les relais</translation>
    </message>
    <message>
        <source>Without relays</source>
        <translation>Sans les relais</translation>
    </message>
    <message>
        <source>Whether relays count</source>
        <translation>Compter ou non les relais</translation>
    </message>
    <message>
        <source>Whether relays count, in columns, trends, alerts, figures and searches</source>
        <translation>Compter ou non les relais, dans les colonnes, tendances, alertes, chiffres et recherches</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RelevanceDialog</name>
    <message>
        <source>About us or not: %1</source>
        <translation>Sur nous ou non&#xa0;: %1</translation>
    </message>
    <message>
        <source>Press %1 on a mention that is not about it, %2 on one that is. The column learns the words, authors, networks and languages of your marks, on this computer alone, and keeps aside what is like those that are not. Nothing is lost: %3 shows what is aside.</source>
        <translation>Appuyez sur %1 devant une mention hors sujet, sur %2 devant une qui ne l’est pas. La colonne apprend les mots, auteurs, réseaux et langues de vos marques, sur cet ordinateur seulement, et met de côté ce qui ressemble aux premières. Rien n’est perdu&#xa0;: %3 montre ce qui est de côté.</translation>
    </message>
    <message>
        <source>Keep aside what is likely about something else</source>
        <translation>Mettre de côté ce qui parle sans doute d’autre chose</translation>
    </message>
    <message>
        <source>From how likely on</source>
        <translation>À partir de quelle probabilité</translation>
    </message>
    <message>
        <source>Forget all marks</source>
        <translation>Oublier toutes les marques</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RepeatSection</name>
    <message>
        <source>Repeated %1; the series has ended.</source>
        <translation>Se répétait %1&#x202f;; la série est finie.</translation>
    </message>
    <message>
        <source>Repeats %1. Each occurrence is a post of its own; this one is of %2.</source>
        <translation>Se répète %1. Chaque occurrence est une publication à part&#x202f;; celle-ci est du %2.</translation>
    </message>
    <message>
        <source>Repeats %1, at the same hour on the wall.</source>
        <translation>Se répète %1, à la même heure locale.</translation>
    </message>
    <message>
        <source>Give the post a day and an hour first: the repetition counts from it.</source>
        <translation>Donnez d’abord un jour et une heure à la publication&#xa0;: la répétition part de là.</translation>
    </message>
    <message>
        <source>The post does not repeat yet: it needs a day and an hour.</source>
        <translation>La publication ne se répète pas encore&#xa0;: il lui faut un jour et une heure.</translation>
    </message>
    <message>
        <source>The others were not changed: they have left already, or the rule names days of its own. Stop the repetition and begin another one.</source>
        <translation>Les autres n’ont pas été modifiées&#xa0;: elles sont déjà parties, ou la règle nomme ses propres jours. Arrêtez la répétition et commencez-en une autre.</translation>
    </message>
    <message>
        <source>Nothing was changed: a part of it is being sent.</source>
        <translation>Rien n’a été modifié&#xa0;: une partie est en cours d’envoi.</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Every so many days, weeks, months or years</source>
        <translation>Tous les tant de jours, semaines, mois ou années</translation>
    </message>
    <message>
        <source>Begin the repetition</source>
        <translation>Commencer la répétition</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>every day, or every so many</source>
        <translation>tous les jours, ou tous les tant</translation>
    </message>
    <message>
        <source>every week, on this weekday</source>
        <translation>chaque semaine, ce jour-là</translation>
    </message>
    <message>
        <source>every month, on this date</source>
        <translation>chaque mois, à cette date</translation>
    </message>
    <message>
        <source>every month, on this weekday of the month</source>
        <translation>chaque mois, ce jour de la semaine du mois</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>chaque année</translation>
    </message>
    <message>
        <source>Plan each one</source>
        <translation>Planifier chacun</translation>
    </message>
    <message>
        <source>Each occurrence is planned as it is made; otherwise each is a draft.</source>
        <translation>Chaque occurrence est planifiée dès sa création&#x202f;; sinon chacune est un brouillon.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>From here on</source>
        <translation>À partir d’ici</translation>
    </message>
    <message>
        <source>Gives this post&apos;s words and hour to it and those after it.</source>
        <translation>Donne le texte et l’heure de cette publication à elle et aux suivantes.</translation>
    </message>
    <message>
        <source>All to come</source>
        <translation>Tous à venir</translation>
    </message>
    <message>
        <source>Gives this post&apos;s words and hour to all that have not left.</source>
        <translation>Donne le texte et l’heure de cette publication à toutes celles qui ne sont pas parties.</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Arrêter ici</translation>
    </message>
    <message>
        <source>Deletes this one and those after it; what has left stays.</source>
        <translation>Supprime celle-ci et les suivantes&#x202f;; ce qui est parti reste.</translation>
    </message>
    <message>
        <source>Days...</source>
        <translation>Jours…</translation>
    </message>
    <message>
        <source>Days of the series</source>
        <translation>Jours de la série</translation>
    </message>
    <message>
        <source>The days to come: one of them is left out, and brought back.</source>
        <translation>Les jours à venir&#xa0;: en laisser un de côté, puis le reprendre.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReplyBox</name>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 caractères sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Brouillon gardé %1</translation>
    </message>
    <message>
        <source>The draft could not be saved</source>
        <translation>Le brouillon n’a pas pu être gardé</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Répondre à %1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>no account can answer here</source>
        <translation>aucun compte ne peut répondre ici</translation>
    </message>
    <message>
        <source>Answer as %1</source>
        <translation>Répondre en tant que %1</translation>
    </message>
    <message>
        <source>Who will see it: %1</source>
        <translation>Qui le verra&#xa0;: %1</translation>
    </message>
    <message>
        <source>language not known</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>Language of the answer: %1</source>
        <translation>Langue de la réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>French spaces</source>
        <translation>Espaces françaises</translation>
    </message>
    <message>
        <source>No-break spaces before : ; ? ! and inside guillemets (%1). Done by itself when an answer in French is sent.</source>
        <translation>Espaces insécables avant&#xa0;:&#xa0;;&#xa0;?&#xa0;! et dans les guillemets (%1). Fait tout seul à l’envoi d’une réponse en français.</translation>
    </message>
    <message>
        <source>Write a note instead</source>
        <translation>Écrire plutôt une note</translation>
    </message>
    <message>
        <source>Send  %1</source>
        <translation>Envoyer  %1</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>Envoyer la réponse</translation>
    </message>
    <message>
        <source>Your answer to %1</source>
        <translation>Votre réponse à %1</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 sur %2 octets</translation>
    </message>
    <message>
        <source>%1, without a dictionary</source>
        <translation>%1, sans dictionnaire</translation>
    </message>
    <message>
        <source>Language of the answer; the member&apos;s is %1.</source>
        <translation>Langue de la réponse&#xa0;; celle du membre est&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Spelling is not checked: install the dictionary hunspell-%1 of your system.</source>
        <translation>L&apos;orthographe n&apos;est pas vérifiée&#xa0;: installez le dictionnaire hunspell-%1 de votre système.</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>Why is the answer as long as that?</source>
        <translation>Pourquoi la réponse a-t-elle cette longueur&#xa0;?</translation>
    </message>
    <message>
        <source>Split into parts</source>
        <translation>Couper en parties</translation>
    </message>
    <message>
        <source>The member has not said tu or vous.</source>
        <translation>Le membre n&apos;a dit ni tu ni vous.</translation>
    </message>
    <message>
        <source>The member says %1.</source>
        <translation>Le membre dit %1.</translation>
    </message>
    <message>
        <source>This account has no form of its own yet.</source>
        <translation>Ce compte n&apos;a pas encore sa forme.</translation>
    </message>
    <message>
        <source>This account says %1.</source>
        <translation>Ce compte dit %1.</translation>
    </message>
    <message>
        <source>Form of address: %1 %2</source>
        <translation>Tutoiement, vouvoiement&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>as the writer likes</source>
        <translation>au choix de qui écrit</translation>
    </message>
    <message>
        <source>Cut where sentences end</source>
        <translation>Couper en fin de phrase</translation>
    </message>
    <message>
        <source>The same, and number the parts (1/3)</source>
        <translation>De même, en numérotant les parties (1/3)</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s), sent one after the other: %1</source>
        <translation>
            <numerusform>%n partie&#xa0;: %1</numerusform>
            <numerusform>%n parties, envoyées l&apos;une après l&apos;autre&#xa0;: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReplySender</name>
    <message>
        <source>Answer held</source>
        <translation>Réponse retenue</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leaves in %2</source>
        <comment>the beginning of an answer, then how long it is still held</comment>
        <translation>«&#xa0;%1&#xa0;» part dans %2</translation>
    </message>
    <message>
        <source>Too late to take it back: the answer is on its way or has been sent.</source>
        <translation>Trop tard pour la reprendre&#xa0;: la réponse est en route ou partie.</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Envoyer quand même</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Faire le rapport</translation>
    </message>
    <message>
        <source>Made by themselves...</source>
        <translation>Rapports automatiques...</translation>
    </message>
    <message>
        <source>Reports that are made each week or each month</source>
        <translation>Rapports faits chaque semaine ou chaque mois</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 sur %2</translation>
    </message>
    <message>
        <source>The report is being made.</source>
        <translation>Le rapport se fait.</translation>
    </message>
    <message>
        <source>The comment is kept with these days.</source>
        <translation>Le commentaire est gardé avec ces jours.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n report file(s) written</source>
        <translation>
            <numerusform>%n fichier de rapport écrit</numerusform>
            <numerusform>%n fichiers de rapport écrits</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>The figures are being proven.</source>
        <translation>Les chiffres sont en train d’être prouvés.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReportForm</name>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>What a reader should know of these days. It is kept with them.</source>
        <translation>Ce qu’un lecteur doit savoir de ces jours. C’est gardé avec eux.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder of reports</source>
        <translation>Dossier des rapports</translation>
    </message>
    <message>
        <source>The brand</source>
        <translation>La marque</translation>
    </message>
    <message>
        <source>The last day is before the first. Choose other days.</source>
        <translation>Le dernier jour est avant le premier. Choisissez d’autres jours.</translation>
    </message>
    <message>
        <source>No file is chosen. Tick at least one.</source>
        <translation>Aucun fichier n’est choisi. Cochez-en au moins un.</translation>
    </message>
    <message>
        <source>There is no such folder. Choose the one that reports go to.</source>
        <translation>Ce dossier n’existe pas. Choisissez celui où vont les rapports.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Proofs of the figures (ZIP)</source>
        <translation>Preuves des chiffres (ZIP)</translation>
    </message>
    <message>
        <source>The rows, the formula and the value of each figure, for anybody to check. No names, no words.</source>
        <translation>Les lignes, le calcul et la valeur de chaque chiffre, que chacun peut vérifier. Aucun nom, aucun mot.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ResultsModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ResultsPanel</name>
    <message>
        <source>Change the search</source>
        <translation>Changer la recherche</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Revenir où vous étiez</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln, more below</source>
        <translation>
            <numerusform>la plus récente, suite plus bas</numerusform>
            <numerusform>les %Ln plus récentes, suite plus bas</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, AND OR NOT, author: lang: network: sentiment: ...</source>
        <translation>Mots, &quot;une expression&quot;, AND OR NOT, author: lang: network: sentiment: ...</translation>
    </message>
    <message>
        <source>What to search for</source>
        <translation>Ce qu’il faut chercher</translation>
    </message>
    <message>
        <source>Mentions found</source>
        <translation>Mentions trouvées</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Search everything that was collected</source>
        <translation>Chercher dans tout ce qui a été collecté</translation>
    </message>
    <message>
        <source>Try fewer words, a word&apos;s beginning with a star, or another spelling.</source>
        <translation>Essayez moins de mots, un début de mot avec une étoile, ou une autre orthographe.</translation>
    </message>
    <message>
        <source>%1: not searched, %2 means nothing there.</source>
        <comment>kind, fields of the query</comment>
        <translation>%1&#xa0;: pas de recherche, %2 n’y veut rien dire.</translation>
    </message>
    <message>
        <source>The best of the newest %1 mentions that match.</source>
        <translation>Les meilleures des %1 mentions les plus récentes qui conviennent.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are still being indexed and were not looked at.</source>
        <translation>
            <numerusform>%n texte est encore à indexer et n’a pas été regardé.</numerusform>
            <numerusform>%n textes sont encore à indexer et n’ont pas été regardés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Le plus récent d’abord</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Le plus pertinent d’abord</translation>
    </message>
    <message>
        <source>Order of what was found</source>
        <translation>Ordre de ce qui a été trouvé</translation>
    </message>
    <message>
        <source>%1: %2 found</source>
        <translation>%1&#xa0;: %2 trouvés</translation>
    </message>
    <message>
        <source>%1: not searched</source>
        <translation>%1&#xa0;: pas de recherche</translation>
    </message>
    <message>
        <source>Show it in its place</source>
        <translation>Le montrer à sa place</translation>
    </message>
    <message>
        <source>Newest first, or best match first</source>
        <translation>Le plus récent, ou le plus pertinent d’abord</translation>
    </message>
    <message>
        <source>Search in: %1</source>
        <translation>Chercher dans&#xa0;: %1</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Mentions, their earlier texts, notes, members, our answers and planned posts. Enter shows what was found in its place.</source>
        <translation>Les mentions, leurs textes antérieurs, les notes, les membres, nos réponses et les publications prévues. Entrée montre ce qui a été trouvé à sa place.</translation>
    </message>
    <message>
        <source>Search, last 7 days</source>
        <translation>Recherche, 7 derniers jours</translation>
    </message>
    <message>
        <source>Stop looking for older mentions</source>
        <translation>Arrêter de chercher des mentions plus anciennes</translation>
    </message>
    <message>
        <source>Looked back to %1 so far; still looking.</source>
        <comment>when</comment>
        <translation>Recherche menée jusqu’au %1 pour l’instant&#xa0;; elle continue.</translation>
    </message>
    <message>
        <source>Stopped; looked back to %1.</source>
        <comment>when</comment>
        <translation>Arrêtée&#xa0;; recherche menée jusqu’au %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ResumeDialog</name>
    <message>
        <source>Resume publishing</source>
        <translation>Reprendre les publications</translation>
    </message>
    <message>
        <source>Nothing leaves by resuming: what was kept back waits for your decision, post by post.</source>
        <translation>Reprendre n’envoie rien&#xa0;: ce qui a été retenu attend votre décision, publication par publication.</translation>
    </message>
    <message>
        <source>Pauses in force</source>
        <translation>Pauses en vigueur</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>%1, since %2: %3</source>
        <comment>what, since, reason</comment>
        <translation>%1, depuis %2&#xa0;: %3</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReviewWords</name>
    <message>
        <source>no data</source>
        <translation>pas de donnée</translation>
    </message>
    <message>
        <source>too few reviews</source>
        <translation>trop peu d’avis</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n avis</numerusform>
            <numerusform>%n avis</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean rating</source>
        <translation>Note moyenne</translation>
    </message>
    <message>
        <source>Sum of stars ÷ reviews that have stars. A thumb counts as 0 or 5.</source>
        <translation>Somme des étoiles ÷ avis qui en ont. Un pouce compte pour 0 ou 5.</translation>
    </message>
    <message>
        <source>Without reviews over two years</source>
        <translation>Sans les avis de plus de deux ans</translation>
    </message>
    <message>
        <source>The same, of reviews published within two years to the day (ISO 20488, NF Z74-501). Reviews without a date are left out.</source>
        <translation>De même, pour les avis publiés depuis moins de deux ans, jour pour jour (ISO 20488, NF Z74-501). Les avis sans date ne comptent pas.</translation>
    </message>
    <message>
        <source>Weighted mean</source>
        <translation>Moyenne pondérée</translation>
    </message>
    <message>
        <source>towards %1 of all</source>
        <translation>ramenée vers %1, celle de tous</translation>
    </message>
    <message>
        <source>(n R + m C) ÷ (n + m): the mean R of n reviews, held towards the mean C of all by m = 25 reviews, so that three reviews do not lead a list.</source>
        <translation>(n R + m C) ÷ (n + m)&#xa0;: la moyenne R de n avis, ramenée vers la moyenne C de tous par m = 25 avis, pour que trois avis ne mènent pas une liste.</translation>
    </message>
    <message>
        <source>Four stars or more</source>
        <translation>Quatre étoiles ou plus</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>au moins %1</translation>
    </message>
    <message>
        <source>at most %1 (95 %)</source>
        <translation>au plus %1 (95&#xa0;%)</translation>
    </message>
    <message>
        <source>Bounds of Wilson&apos;s interval of the share, 95 %.</source>
        <translation>Bornes de l’intervalle de Wilson de la part, 95&#xa0;%.</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendance</translation>
    </message>
    <message>
        <source>Mean of the last reviews less the mean of as many before them, with the 95 % interval of Welch. Where it holds zero, no difference can be told.</source>
        <translation>Moyenne des derniers avis moins celle d’autant d’avis avant eux, avec l’intervalle de Welch à 95&#xa0;%. S’il contient zéro, aucune différence ne se distingue.</translation>
    </message>
    <message>
        <source>last %1 against %1 before: between %2 and %3</source>
        <translation>les %1 derniers contre les %1 d’avant&#xa0;: entre %2 et %3</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Avec réponse</translation>
    </message>
    <message>
        <source>after %1, 9 of 10 within %2</source>
        <translation>après %1, 9 sur 10 en %2</translation>
    </message>
    <message numerus="yes">
        <source>Answered ÷ reviews that are answered or older than 24 hours. The time is the median to the first answer of those answered. %n answer(s) came after more than 7 days.</source>
        <translation>
            <numerusform>Avis avec réponse ÷ avis avec réponse ou de plus de 24 heures. Le délai est la médiane jusqu’à la première réponse. %n réponse est venue après plus de 7 jours.</numerusform>
            <numerusform>Avis avec réponse ÷ avis avec réponse ou de plus de 24 heures. Le délai est la médiane jusqu’à la première réponse. %n réponses sont venues après plus de 7 jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Par lieu</translation>
    </message>
    <message>
        <source>By stars</source>
        <translation>Par étoiles</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Par langue</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>Par réseau</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>Par âge</translation>
    </message>
    <message>
        <source>Answered or not</source>
        <translation>Avec ou sans réponse</translation>
    </message>
    <message>
        <source>no place given</source>
        <translation>sans lieu</translation>
    </message>
    <message>
        <source>no stars given</source>
        <translation>sans étoiles</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>language not known</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>less than a week</source>
        <translation>moins d’une semaine</translation>
    </message>
    <message>
        <source>less than a month</source>
        <translation>moins d’un mois</translation>
    </message>
    <message>
        <source>less than a year</source>
        <translation>moins d’un an</translation>
    </message>
    <message>
        <source>less than two years</source>
        <translation>moins de deux ans</translation>
    </message>
    <message>
        <source>older</source>
        <translation>plus anciens</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>avec réponse</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>%1 of its text stands in the review of another account</source>
        <translation>%1 de son texte se trouve dans l’avis d’un autre compte</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) of this place in 24 hours; usually %1 a day</source>
        <translation>
            <numerusform>%n avis de ce lieu en 24 heures&#x202f;; d’habitude %1 par jour</numerusform>
            <numerusform>%n avis de ce lieu en 24 heures&#x202f;; d’habitude %1 par jour</numerusform>
        </translation>
    </message>
    <message>
        <source>the only review known of this account</source>
        <translation>le seul avis connu de ce compte</translation>
    </message>
    <message>
        <source>%1 stars from the mean of the others, %2</source>
        <translation>à %1 étoiles de la moyenne des autres, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) by this account in 24 hours</source>
        <translation>
            <numerusform>%n avis de ce compte en 24 heures</numerusform>
            <numerusform>%n avis de ce compte en 24 heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n review(s) of this account are at an end of the scale</source>
        <translation>
            <numerusform>le seul avis de ce compte est à un bout de l’échelle (%n)</numerusform>
            <numerusform>les %n avis de ce compte sont tous à un bout de l’échelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the account was made %n day(s) before</source>
        <translation>
            <numerusform>le compte a été créé %n jour avant</numerusform>
            <numerusform>le compte a été créé %n jours avant</numerusform>
        </translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>disparu depuis le %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>changed on %1, after our answer</source>
        <translation>modifié le %1, après notre réponse</translation>
    </message>
    <message>
        <source>%1 of 5 stars</source>
        <translation>%1 étoiles sur 5</translation>
    </message>
    <message>
        <source>not distinguishable, last %1 against %1 before: between %2 and %3</source>
        <translation>non distinguable, les %1 derniers contre les %1 d’avant&#xa0;: entre %2 et %3</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReviewsPage</name>
    <message>
        <source>Reviews</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>Save the list of signals...</source>
        <translation>Enregistrer la liste des signaux…</translation>
    </message>
    <message>
        <source>Reviews in groups</source>
        <translation>Avis par groupe</translation>
    </message>
    <message>
        <source>Stars given</source>
        <translation>Étoiles données</translation>
    </message>
    <message>
        <source>Worth a second look</source>
        <translation>À regarder de plus près</translation>
    </message>
    <message>
        <source>Facts with a weight, of two kinds at least, each with a reason that may be honest; no judgement of who wrote. Also what was changed after our answer or is gone. Enter opens a review.</source>
        <translation>Des faits et leur poids, de deux sortes au moins, chacun pouvant avoir une raison honnête&#x202f;; aucun jugement sur qui écrit. Aussi ce qui a été modifié après notre réponse ou a disparu. Entrée ouvre un avis.</translation>
    </message>
    <message>
        <source>Review and reasons</source>
        <translation>Avis et motifs</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>No reviews in this period</source>
        <translation>Aucun avis sur cette période</translation>
    </message>
    <message>
        <source>Reviews come from accounts of places and shops, or from a file: import one with its stars (rating) and places (place).</source>
        <translation>Les avis viennent des comptes de lieux et de boutiques, ou d’un fichier&#xa0;: importez-en un avec ses étoiles (rating) et ses lieux (place).</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Without old</source>
        <translation>Sans les anciens</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>Pondérée</translation>
    </message>
    <message>
        <source>4 stars or more, at least</source>
        <translation>4 étoiles ou plus, au moins</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Avec réponse</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Tous les lieux</translation>
    </message>
    <message>
        <source>No review has two independent signals, and none changed after our answer.</source>
        <translation>Aucun avis n’a deux signaux indépendants, et aucun n’a changé après notre réponse.</translation>
    </message>
    <message>
        <source>Reviews: %1</source>
        <translation>Avis&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RuleActionRow</name>
    <message>
        <source>What is done</source>
        <translation>Ce qui est fait</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>a colleague; empty: nobody</source>
        <translation>un collègue&#xa0;; vide&#xa0;: personne</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>ce qui est demandé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RuleEditor</name>
    <message>
        <source>Looking at the last four weeks...</source>
        <translation>Examen des quatre dernières semaines...</translation>
    </message>
    <message>
        <source>It would not have rung in the last four weeks.</source>
        <translation>Elle n’aurait pas sonné ces quatre dernières semaines.</translation>
    </message>
    <message numerus="yes">
        <source>It would have rung %Ln time(s) in the last four weeks, last on %1: %2</source>
        <translation>
            <numerusform>Elle aurait sonné %Ln fois ces quatre dernières semaines, la dernière le %1&#xa0;: %2</numerusform>
            <numerusform>Elle aurait sonné %Ln fois ces quatre dernières semaines, la dernière le %1&#xa0;: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Alert rule</source>
        <translation>Règle d’alerte</translation>
    </message>
    <message>
        <source>New alert rule</source>
        <translation>Nouvelle règle d’alerte</translation>
    </message>
    <message>
        <source>Watches for</source>
        <translation>Guette</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Dans</translation>
    </message>
    <message>
        <source>How keenly</source>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>From this many followers on</source>
        <translation>À partir de tant d’abonnés</translation>
    </message>
    <message>
        <source>And these people</source>
        <translation>Et ces personnes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>@handle, @another</source>
        <translation>@identifiant, @autre</translation>
    </message>
    <message>
        <source>What is said of the brand</source>
        <translation>Ce qui se dit de la marque</translation>
    </message>
    <message>
        <source>None: it is called by what it watches for</source>
        <translation>Aucun&#xa0;: elle porte le nom de ce qu’elle guette</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Told in quiet hours as well</source>
        <translation>Signalée même aux heures calmes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RuleForm</name>
    <message>
        <source>Where this rule holds, later ones do not run</source>
        <translation>Là où cette règle vaut, les suivantes n’agissent pas</translation>
    </message>
    <message>
        <source>any</source>
        <translation>tous</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, behind a number</comment>
        <translation>&#xa0;h</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>At</source>
        <translation>À</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Waits at least</source>
        <translation>Attend au moins</translation>
    </message>
    <message>
        <source>Messages at least</source>
        <translation>Messages, au moins</translation>
    </message>
    <message>
        <source>If it satisfies</source>
        <translation>Si elle satisfait</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Alors</translation>
    </message>
    <message>
        <source>Do something else as well</source>
        <translation>Faire aussi autre chose</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RuleNotices</name>
    <message>
        <source>The rules were stopped at &quot;%1&quot; after %2 changes by one event. What came after it was left as it was.</source>
        <translation>Les règles ont été arrêtées à «&#xa0;%1&#xa0;» après %2 changements pour un seul événement. La suite est restée telle quelle.</translation>
    </message>
    <message>
        <source>Open the rules</source>
        <translation>Ouvrir les règles</translation>
    </message>
</context>
<context>
    <name>vigie::ui::RulesPanel</name>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>They run from top to bottom. Alt and an arrow moves one, Space switches it on and off.</source>
        <translation>Elles agissent de haut en bas. Alt et une flèche en déplace une, Espace l’allume ou l’éteint.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>What rules did</source>
        <translation>Ce que les règles ont fait</translation>
    </message>
    <message>
        <source>Rules, in their order</source>
        <translation>Règles, dans leur ordre</translation>
    </message>
    <message numerus="yes">
        <source>the last %n day(s)</source>
        <translation>
            <numerusform>le dernier jour</numerusform>
            <numerusform>les %n derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Jusqu’où remonter</translation>
    </message>
    <message>
        <source>Try it on history</source>
        <translation>L’essayer sur le passé</translation>
    </message>
    <message>
        <source>Apply to history...</source>
        <translation>Appliquer au passé...</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Enregistrer la règle</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Pas encore de règle</translation>
    </message>
    <message>
        <source>A rule tags, assigns or closes by itself what you would decide the same way each time.</source>
        <translation>Une règle étiquette, attribue ou clôt d’elle-même ce que vous décideriez chaque fois de la même façon.</translation>
    </message>
    <message>
        <source>Show the rules</source>
        <translation>Montrer les règles</translation>
    </message>
    <message>
        <source>Run the rule earlier</source>
        <translation>Faire agir la règle plus tôt</translation>
    </message>
    <message>
        <source>Run the rule later</source>
        <translation>Faire agir la règle plus tard</translation>
    </message>
    <message>
        <source>Try the rule on history</source>
        <translation>Essayer la règle sur le passé</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Supprimer la règle</translation>
    </message>
    <message>
        <source>Take back the last decision</source>
        <translation>Reprendre la dernière décision</translation>
    </message>
    <message numerus="yes">
        <source>%1
%2: %3
acted %n time(s)</source>
        <comment>name of a rule, when, what; how often</comment>
        <translation>
            <numerusform>%1
%2&#xa0;: %3
a agi %n fois</numerusform>
            <numerusform>%1
%2&#xa0;: %3
a agi %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule %1 is saved</source>
        <translation>La règle %1 est enregistrée</translation>
    </message>
    <message>
        <source>This rule would close everything that comes.</source>
        <translation>Cette règle clorait tout ce qui arrive.</translation>
    </message>
    <message>
        <source>It asks for nothing, or for what nearly all of the newest mentions satisfy. Nobody would be answered any more.</source>
        <translation>Elle ne demande rien, ou ce que presque toutes les mentions récentes satisfont. Plus personne n’aurait de réponse.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>La modifier</translation>
    </message>
    <message>
        <source>Save it all the same</source>
        <translation>L’enregistrer quand même</translation>
    </message>
    <message>
        <source>The rule %1 is removed</source>
        <translation>La règle %1 est supprimée</translation>
    </message>
    <message>
        <source>The rule %1 is on</source>
        <translation>La règle %1 est allumée</translation>
    </message>
    <message>
        <source>The rule %1 is off</source>
        <translation>La règle %1 est éteinte</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à reprendre.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>A trial shows what the rule would have done, and writes nothing.</source>
        <translation>Un essai montre ce que la règle aurait fait, et n’écrit rien.</translation>
    </message>
    <message numerus="yes">
        <source>would have matched %n item(s) in %1</source>
        <translation>
            <numerusform>aurait touché %n mention dans %1</numerusform>
            <numerusform>aurait touché %n mentions dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and changed %n</source>
        <comment>of the mentions that a rule matched</comment>
        <translation>
            <numerusform>et en aurait changé %n</numerusform>
            <numerusform>et en aurait changé %n</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation>arrêté à %1</translation>
    </message>
    <message numerus="yes">
        <source>Change %n mention(s) of the past?</source>
        <translation>
            <numerusform>Changer %n mention du passé&#xa0;?</numerusform>
            <numerusform>Changer %n mentions du passé&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>What the table shows is done as one action that one undo takes back. Nothing is sent.</source>
        <translation>Ce que montre le tableau se fait en une action, reprise d’un seul coup. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) changed</source>
        <translation>
            <numerusform>%n mention changée</numerusform>
            <numerusform>%n mentions changées</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Ce qu’elle a fait</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>What rules did, newest first</source>
        <translation>Ce que les règles ont fait, le plus récent d’abord</translation>
    </message>
    <message>
        <source>No rule has done anything yet.</source>
        <translation>Aucune règle n’a encore rien fait.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ScopeFields</name>
    <message>
        <source>Without relays</source>
        <translation>Sans les relais</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Toutes les étiquettes</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>All tones</source>
        <translation>Toutes les tonalités</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tonalités</translation>
    </message>
    <message>
        <source>Brand or competitor</source>
        <translation>Marque ou concurrent</translation>
    </message>
    <message>
        <source>Words of a query</source>
        <translation>Mots d’une requête</translation>
    </message>
    <message>
        <source>Only what matches these words of the query language</source>
        <translation>Seulement ce qui correspond à ces mots du langage de requête</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Everything collected</source>
        <translation>Tout ce qui est collecté</translation>
    </message>
    <message>
        <source>Our brand</source>
        <translation>Notre marque</translation>
    </message>
    <message>
        <source>The words are not understood: %1</source>
        <translation>Les mots ne sont pas compris&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ScopesEditor</name>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>name of a scope, its owner, what it asks for</comment>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>%1 is away from %2 until %3; for them: %4</source>
        <translation>%1 absent du %2 au %3&#xa0;; à sa place&#xa0;: %4</translation>
    </message>
    <message>
        <source>the next scope</source>
        <translation>le périmètre suivant</translation>
    </message>
    <message>
        <source>There is a scope of this name already.</source>
        <translation>Un périmètre porte déjà ce nom.</translation>
    </message>
    <message>
        <source>An absence ends after it begins.</source>
        <translation>Une absence finit après son début.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Segments (tags)</source>
        <translation>Segments (étiquettes)</translation>
    </message>
    <message>
        <source>Brands (accounts)</source>
        <translation>Marques (comptes)</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Remplacé par</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Périmètres</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>FR, BE; empty: every country</source>
        <translation>FR, BE&#xa0;; vide&#xa0;: tous les pays</translation>
    </message>
    <message>
        <source>fr, en; empty: every language</source>
        <translation>fr, en&#xa0;; vide&#xa0;: toutes les langues</translation>
    </message>
    <message>
        <source>empty: everybody</source>
        <translation>vide&#xa0;: tout le monde</translation>
    </message>
    <message>
        <source>handles of your accounts; empty: all</source>
        <translation>identifiants de vos comptes&#xa0;; vide&#xa0;: tous</translation>
    </message>
    <message>
        <source>empty: the next scope decides</source>
        <translation>vide&#xa0;: le périmètre suivant décide</translation>
    </message>
    <message>
        <source>Keep the scope</source>
        <translation>Garder le périmètre</translation>
    </message>
    <message>
        <source>Another scope</source>
        <translation>Autre périmètre</translation>
    </message>
    <message>
        <source>Remove the scope</source>
        <translation>Retirer le périmètre</translation>
    </message>
    <message>
        <source>Note the absence</source>
        <translation>Noter l’absence</translation>
    </message>
    <message>
        <source>Remove the absence</source>
        <translation>Retirer l’absence</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ServiceDialog</name>
    <message>
        <source>Service levels and opening hours</source>
        <translation>Niveaux de service et heures d’ouverture</translation>
    </message>
    <message>
        <source>Service levels, tried from above; then opening hours</source>
        <translation>Niveaux de service, essayés du haut vers le bas&#xa0;; puis heures d’ouverture</translation>
    </message>
    <message>
        <source>New service level</source>
        <translation>Nouveau niveau de service</translation>
    </message>
    <message>
        <source>New opening hours</source>
        <translation>Nouvelles heures</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Try earlier</source>
        <translation>Essayer plus tôt</translation>
    </message>
    <message>
        <source>Try later</source>
        <translation>Essayer plus tard</translation>
    </message>
    <message>
        <source>Nothing is promised yet</source>
        <translation>Rien n’est encore promis</translation>
    </message>
    <message>
        <source>A service level says within how much opening time somebody is answered. The inbox then shows the time that is left.</source>
        <translation>Un niveau de service dit en combien de temps d’ouverture on répond. La boîte de réception montre alors le temps qui reste.</translation>
    </message>
    <message>
        <source>Show what this changes...</source>
        <translation>Voir ce que cela change...</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Answer in four hours</source>
        <translation>Répondre en quatre heures</translation>
    </message>
    <message>
        <source>This cannot be kept yet: every service level and all hours need a name, service levels need hours to be counted in and a minute at least, and zones must exist.</source>
        <translation>Cela ne peut pas encore être gardé&#xa0;: chaque niveau de service et toutes les heures ont besoin d’un nom, les niveaux de service d’heures où compter et d’une minute au moins, et les fuseaux doivent exister.</translation>
    </message>
    <message>
        <source>Service levels and opening hours are kept</source>
        <translation>Niveaux de service et heures d’ouverture gardés</translation>
    </message>
    <message>
        <source>What you changed is not kept yet. Close once more to let go of it.</source>
        <translation>Vos changements ne sont pas encore gardés. Fermez encore une fois pour y renoncer.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ServiceFiguresDialog</name>
    <message>
        <source>Times are those of the clock on the wall, over what ended; what is still open stands beside them. Met and missed count promises only. Enter shows the conversations of a row.</source>
        <translation>Les durées sont celles de l’horloge, pour ce qui est terminé&#xa0;; ce qui est encore ouvert est à côté. Tenues et manquées ne comptent que les promesses. Entrée montre les conversations d’une ligne.</translation>
    </message>
    <message>
        <source>How promises were kept</source>
        <translation>Comment les promesses ont été tenues</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>Les 90 derniers jours</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>L’année écoulée</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tout ensemble</translation>
    </message>
    <message>
        <source>By service level</source>
        <translation>Par niveau de service</translation>
    </message>
    <message>
        <source>By service of the house</source>
        <translation>Par service de la maison</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>Par réseau</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>Par compte</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>Par langue</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>What began in it</source>
        <translation>Ce qui y a commencé</translation>
    </message>
    <message>
        <source>What ended in it</source>
        <translation>Ce qui s’y est terminé</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Compté par</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Time to</source>
        <translation>Temps jusqu’à</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation>9 sur 10 en</translation>
    </message>
    <message>
        <source>Median of open time</source>
        <translation>Médiane du temps ouvré</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Tenues</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manquées</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Part tenue</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Oldest open</source>
        <translation>Plus ancienne ouverte</translation>
    </message>
    <message>
        <source>Nothing to count in this period</source>
        <translation>Rien à compter sur cette période</translation>
    </message>
    <message>
        <source>Times are counted from the first message of a conversation in the inbox.</source>
        <translation>Les durées sont comptées depuis le premier message d’une conversation de la boîte de réception.</translation>
    </message>
    <message>
        <source>Show the conversations</source>
        <translation>Montrer les conversations</translation>
    </message>
    <message>
        <source>Save as a table...</source>
        <translation>Enregistrer en tableau...</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>language not known</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>not passed on</source>
        <translation>non transmise</translation>
    </message>
    <message>
        <source>nothing promised</source>
        <translation>rien de promis</translation>
    </message>
    <message>
        <source>week of %1</source>
        <comment>a date</comment>
        <translation>semaine du %1</translation>
    </message>
    <message>
        <source>first answer</source>
        <translation>première réponse</translation>
    </message>
    <message>
        <source>next answer</source>
        <translation>réponse suivante</translation>
    </message>
    <message>
        <source>first resolution</source>
        <translation>première résolution</translation>
    </message>
    <message>
        <source>last resolution</source>
        <translation>dernière résolution</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ServicesEditor</name>
    <message>
        <source>%1: %2, no address yet</source>
        <translation>%1&#xa0;: %2, pas encore d’adresse</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n address(es)</source>
        <translation>
            <numerusform>%1&#xa0;: %2, %n adresse</numerusform>
            <numerusform>%1&#xa0;: %2, %n adresses</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a mail address.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une adresse de courriel.</translation>
    </message>
    <message>
        <source>A service has a name in French and in English.</source>
        <translation>Un service a un nom en français et en anglais.</translation>
    </message>
    <message>
        <source>The text of the slip must hold {question}, and may hold {context} {link} {media} {due} {code} {service} {sender}; it knows no other.</source>
        <translation>Le texte du bordereau contient {question}, et peut contenir {context} {link} {media} {due} {code} {service} {sender}&#xa0;; il n’en connaît pas d’autre.</translation>
    </message>
    <message>
        <source>Service kept</source>
        <translation>Service gardé</translation>
    </message>
    <message>
        <source>Name in French</source>
        <translation>Nom en français</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>Nom en anglais</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collègues</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Temps pour répondre</translation>
    </message>
    <message>
        <source>Language of the slip</source>
        <translation>Langue du bordereau</translation>
    </message>
    <message>
        <source>Tags put on what is passed on</source>
        <translation>Étiquettes posées sur ce qui est transmis</translation>
    </message>
    <message>
        <source>Text of the slip</source>
        <translation>Texte du bordereau</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>One address per line: Name &lt;address&gt;</source>
        <translation>Une adresse par ligne&#xa0;: Nom &lt;adresse&gt;</translation>
    </message>
    <message>
        <source>Empty: the text that Vigie brings. Places: {question} {context} {link} {media} {due} {code} {service} {sender}</source>
        <translation>Vide&#xa0;: le texte fourni par Vigie. Emplacements&#xa0;: {question} {context} {link} {media} {due} {code} {service} {sender}</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>séparées par des virgules</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Ajouter un service</translation>
    </message>
    <message>
        <source>Begin with five usual services</source>
        <translation>Commencer avec cinq services courants</translation>
    </message>
    <message>
        <source>Keep the service</source>
        <translation>Garder le service</translation>
    </message>
    <message>
        <source>Remove the service</source>
        <translation>Retirer le service</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Every hour counts</source>
        <translation>Toutes les heures comptent</translation>
    </message>
    <message>
        <source>%1 (not there any more: every hour counts)</source>
        <translation>%1 (n’existe plus&#xa0;: toutes les heures comptent)</translation>
    </message>
    <message>
        <source>Counted in the hours of</source>
        <translation>Compté aux heures de</translation>
    </message>
</context>
<context>
    <name>vigie::ui::SettingsPanel</name>
    <message>
        <source>There is no time zone &quot;%1&quot;. The one before is still in force.</source>
        <translation>Il n’y a pas de fuseau «&#xa0;%1&#xa0;». Le précédent reste en vigueur.</translation>
    </message>
    <message>
        <source>in the keyring of this desktop</source>
        <translation>dans le trousseau de ce bureau</translation>
    </message>
    <message>
        <source>in a file sealed with your passphrase: %1</source>
        <translation>dans un fichier scellé par votre phrase de passe&#xa0;: %1</translation>
    </message>
    <message>
        <source>in memory only, until you quit</source>
        <translation>en mémoire seulement, jusqu’à ce que vous quittiez</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>Cet espace de travail</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What comes first in the inbox</source>
        <translation>Ce qui vient d’abord dans la boîte de réception</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Hold replies for</source>
        <translation>Retenir les réponses</translation>
    </message>
    <message>
        <source>Sign-ins are kept</source>
        <translation>Les connexions sont gardées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>as your first account</source>
        <translation>comme votre premier compte</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As each network advises</source>
        <translation>Comme chaque réseau le conseille</translation>
    </message>
    <message>
        <source>Every %1</source>
        <comment>a duration</comment>
        <translation>Toutes les %1</translation>
    </message>
    <message>
        <source>Read accounts</source>
        <translation>Lire les comptes</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot; that can be read. The setting before is still in force.</source>
        <translation>Aucun fichier «&#xa0;%1&#xa0;» lisible. Le réglage précédent reste en vigueur.</translation>
    </message>
    <message>
        <source>A network is never asked more often than it advises, and less often when it asks for patience. Where a network streams, mentions still come at once.</source>
        <translation>Un réseau n’est jamais interrogé plus souvent qu’il ne le conseille, et moins souvent quand il demande de patienter. Là où un réseau diffuse en direct, les mentions arrivent aussitôt.</translation>
    </message>
    <message>
        <source>A file in PEM form with the authority that signed your own servers&apos; certificates. It is trusted beside the system&apos;s, from the next start on.</source>
        <translation>Un fichier PEM contenant l’autorité qui a signé les certificats de vos propres serveurs. Elle est acceptée en plus de celles du système, dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>Your own certificate authority</source>
        <translation>Votre propre autorité de certification</translation>
    </message>
    <message>
        <source>none: those of the system</source>
        <translation>aucune&#xa0;: celles du système</translation>
    </message>
    <message>
        <source>Notices of alerts appear</source>
        <translation>Les alertes sont signalées</translation>
    </message>
    <message>
        <source>Services that questions are passed on to</source>
        <translation>Services à qui transmettre des questions</translation>
    </message>
    <message>
        <source>Who looks after what</source>
        <translation>Qui s’occupe de quoi</translation>
    </message>
    <message>
        <source>Charter and moderation...</source>
        <translation>Charte et modération...</translation>
    </message>
    <message>
        <source>Charter and moderation</source>
        <translation>Charte et modération</translation>
    </message>
</context>
<context>
    <name>vigie::ui::Sheet</name>
    <message>
        <source>%1, %2 (%3)</source>
        <comment>brand, days, zone</comment>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>Everything collected</source>
        <translation>Tout ce qui est collecté</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Comparé à la période %1</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Repose sur</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>Comment c’est calculé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>figure, its definition</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ShelfColumn</name>
    <message>
        <source>Shown only, not kept: the network&apos;s terms.</source>
        <translation>Montré seulement, pas conservé&#xa0;: conditions du réseau.</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown only</source>
        <translation>Montré seulement</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Colonne %1</translation>
    </message>
    <message>
        <source>Mentions that are shown only, not kept</source>
        <translation>Mentions montrées seulement, pas conservées</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour le moment</translation>
    </message>
    <message>
        <source>Some networks show what is written there and let nobody keep it. Their newest mentions appear here, until Vigie is closed.</source>
        <translation>Certains réseaux montrent ce qu’on y écrit et ne laissent personne le conserver. Leurs dernières mentions apparaissent ici, jusqu’à la fermeture de Vigie.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ShelfReading</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a network, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Hide the text</source>
        <translation>Masquer le texte</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Montrer le texte</translation>
    </message>
    <message>
        <source>Reading pane</source>
        <translation>Volet de lecture</translation>
    </message>
    <message>
        <source>%1 It is gone from here when Vigie is closed; it cannot be tagged, sent to the inbox or searched for. Answer on the network&apos;s own page.</source>
        <translation>%1 Ceci disparaît quand Vigie se ferme&#xa0;; on ne peut ni l’étiqueter, ni l’envoyer dans la boîte de réception, ni le chercher. Répondez sur la page du réseau.</translation>
    </message>
    <message>
        <source>No mention chosen</source>
        <translation>Aucune mention choisie</translation>
    </message>
    <message>
        <source>Choose a card to read the whole text.</source>
        <translation>Choisissez une carte pour lire le texte entier.</translation>
    </message>
    <message>
        <source>Text of the mention</source>
        <translation>Texte de la mention</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ShiftDialog</name>
    <message>
        <source>Shift sheet</source>
        <translation>Feuille de passation</translation>
    </message>
    <message>
        <source>What is new since %1</source>
        <comment>a duration: 8 h</comment>
        <translation>Le nouveau depuis %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>Langue de la feuille</translation>
    </message>
    <message>
        <source>Save as PDF...</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save as text...</source>
        <translation>Enregistrer en texte…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save the shift sheet</source>
        <translation>Enregistrer la feuille de passation</translation>
    </message>
    <message>
        <source>The sheet could not be written to %1</source>
        <translation>La feuille n’a pas pu être écrite dans %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::SignInStep</name>
    <message>
        <source>Tick &quot;%1&quot; first. Nothing was connected yet.</source>
        <translation>Cochez d’abord «&#xa0;%1&#xa0;». Rien n’a encore été connecté.</translation>
    </message>
    <message>
        <source>This server is in a private network, so it was not asked. If it is yours, tick &quot;%1&quot; and try again.</source>
        <translation>Ce serveur est dans un réseau privé et n’a donc pas été interrogé. S’il est à vous, cochez «&#xa0;%1&#xa0;» et réessayez.</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>What to listen to</source>
        <translation>Ce qu’il faut écouter</translation>
    </message>
    <message>
        <source>I have read this and may connect</source>
        <translation>J’ai lu ceci et je peux me connecter</translation>
    </message>
    <message>
        <source>This server is in my own network</source>
        <translation>Ce serveur est dans mon propre réseau</translation>
    </message>
    <message>
        <source>For a server of your house or company, with an address that the internet cannot reach. Left unticked, Vigie refuses such addresses, so that nobody can make it knock on doors behind your router.</source>
        <translation>Pour un serveur de chez vous ou de votre entreprise, à une adresse qu’internet ne peut pas atteindre. Si la case n’est pas cochée, Vigie refuse ces adresses, pour que personne ne puisse lui faire frapper aux portes derrière votre routeur.</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Comment se connecter</translation>
    </message>
    <message>
        <source>What is secret goes into the keyring and nowhere else.</source>
        <translation>Ce qui est secret va dans le trousseau et nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>vigie::ui::SiteWords</name>
    <message>
        <source>%1. The site refuses such answers.</source>
        <translation>%1. Le site refuse de telles réponses.</translation>
    </message>
    <message>
        <source>%1. Look again before it is sent.</source>
        <translation>%1. À revoir avant l’envoi.</translation>
    </message>
    <message>
        <source>%1, and the site refuses that: &quot;%2&quot;</source>
        <translation>%1, et le site le refuse&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>This review is answered already, and its site takes one answer</source>
        <translation>Cet avis a déjà une réponse, et son site n’en accepte qu’une</translation>
    </message>
    <message>
        <source>This quotes the review</source>
        <translation>Ceci cite l’avis</translation>
    </message>
    <message>
        <source>This may tell who the guest is: a name, a number, a room</source>
        <translation>Ceci peut dire qui est le client&#xa0;: un nom, un numéro, une chambre</translation>
    </message>
    <message>
        <source>An address to write to</source>
        <translation>Une adresse où écrire</translation>
    </message>
    <message>
        <source>This offers something</source>
        <translation>Ceci offre quelque chose</translation>
    </message>
    <message>
        <source>This says that the review is not true, or who is behind it</source>
        <translation>Ceci dit que l’avis n’est pas vrai, ou qui est derrière</translation>
    </message>
    <message>
        <source>A link: only where it is relevant</source>
        <translation>Un lien&#xa0;: seulement s’il est utile</translation>
    </message>
    <message numerus="yes">
        <source>Longer than %n character(s)</source>
        <translation>
            <numerusform>Plus de %n caractère</numerusform>
            <numerusform>Plus de %n caractères</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>vigie::ui::SlipBox</name>
    <message>
        <source>There is no service yet to pass a question to. Enter yours in the settings; some are offered to begin with.</source>
        <translation>Aucun service à qui transmettre pour l’instant. Entrez les vôtres dans les réglages&#xa0;; quelques-uns sont proposés pour commencer.</translation>
    </message>
    <message>
        <source>Choose a service and write the question: the mail is shown here as it will leave.</source>
        <translation>Choisissez un service et écrivez la question&#xa0;: le courriel s’affiche ici tel qu’il partira.</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>De&#xa0;: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>À&#xa0;: %1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Objet&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pass on to</source>
        <translation>Transmettre à</translation>
    </message>
    <message>
        <source>Notes never go along.</source>
        <translation>Les notes ne partent jamais.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>type a service</source>
        <translation>tapez un service</translation>
    </message>
    <message>
        <source>with the message</source>
        <translation>avec le message</translation>
    </message>
    <message>
        <source>with the whole conversation</source>
        <translation>avec toute la conversation</translation>
    </message>
    <message>
        <source>without the message</source>
        <translation>sans le message</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>Ce qui part avec</translation>
    </message>
    <message>
        <source>answer before</source>
        <translation>réponse avant le</translation>
    </message>
    <message>
        <source>Answer needed before</source>
        <translation>Réponse souhaitée avant le</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Votre adresse de courriel</translation>
    </message>
    <message>
        <source>only for .eml files</source>
        <translation>seulement pour les fichiers .eml</translation>
    </message>
    <message>
        <source>What the service is asked, in words it understands</source>
        <translation>Ce que l’on demande au service, avec des mots qu’il comprend</translation>
    </message>
    <message>
        <source>Question to the service</source>
        <translation>Question au service</translation>
    </message>
    <message>
        <source>The mail as it will leave</source>
        <translation>Le courriel tel qu’il partira</translation>
    </message>
    <message>
        <source>Hide the mail</source>
        <translation>Cacher le courriel</translation>
    </message>
    <message>
        <source>Show the mail</source>
        <translation>Montrer le courriel</translation>
    </message>
    <message>
        <source>Services...</source>
        <translation>Services…</translation>
    </message>
    <message>
        <source>Edit the services</source>
        <translation>Modifier les services</translation>
    </message>
    <message>
        <source>Pass on  %1</source>
        <translation>Transmettre  %1</translation>
    </message>
    <message>
        <source>Save as mail  %1</source>
        <translation>Enregistrer le courriel  %1</translation>
    </message>
    <message>
        <source>Pass on by mail</source>
        <translation>Transmettre par courriel</translation>
    </message>
    <message>
        <source>Save as a mail file</source>
        <translation>Enregistrer en fichier de courriel</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>Autrement</translation>
    </message>
    <message>
        <source>Pass on otherwise</source>
        <translation>Transmettre autrement</translation>
    </message>
    <message>
        <source>Save as mail (.eml)...</source>
        <translation>Enregistrer en courriel (.eml)…</translation>
    </message>
    <message>
        <source>Save as Markdown...</source>
        <translation>Enregistrer en Markdown…</translation>
    </message>
    <message>
        <source>Save as JSON...</source>
        <translation>Enregistrer en JSON…</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Pass on as a file</source>
        <translation>Transmettre en fichier</translation>
    </message>
    <message>
        <source>The file needs your own mail address, for the answer to come back to.</source>
        <translation>Le fichier a besoin de votre propre adresse, pour que la réponse y revienne.</translation>
    </message>
    <message>
        <source>This service has no colleague with a mail address yet. Enter one in the settings, or copy the text.</source>
        <translation>Ce service n’a pas encore de collègue avec une adresse. Entrez-en une dans les réglages, ou copiez le texte.</translation>
    </message>
    <message>
        <source>Passed on to %1</source>
        <translation>Transmis à %1</translation>
    </message>
    <message>
        <source>Taken back: nothing was sent.</source>
        <translation>Repris&#xa0;: rien n’est parti.</translation>
    </message>
    <message>
        <source>The question to %1 stands in %2</source>
        <translation>La question à %1 est dans %2</translation>
    </message>
    <message>
        <source>The question to %1 is on the clipboard</source>
        <translation>La question à %1 est dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>vigie::ui::StarBars</name>
    <message>
        <source>Distribution of stars</source>
        <translation>Répartition des étoiles</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stars</source>
        <comment>a half number</comment>
        <translation>%1 étoiles</translation>
    </message>
    <message>
        <source>no stars given</source>
        <translation>sans étoiles</translation>
    </message>
</context>
<context>
    <name>vigie::ui::StartPage</name>
    <message>
        <source>This passphrase does not open the file. Nothing was changed; try again.</source>
        <translation>Cette phrase de passe n’ouvre pas le fichier. Rien n’a changé&#xa0;; réessayez.</translation>
    </message>
    <message numerus="yes">
        <source>Take at least %n characters: the file is only as safe as its passphrase.</source>
        <translation>
            <numerusform>Prenez au moins %n caractère&#xa0;: le fichier n’est pas plus sûr que sa phrase de passe.</numerusform>
            <numerusform>Prenez au moins %n caractères&#xa0;: le fichier n’est pas plus sûr que sa phrase de passe.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ. Nothing was made yet.</source>
        <translation>Les deux phrases de passe diffèrent. Rien n’est encore créé.</translation>
    </message>
    <message>
        <source>The workspace did not open</source>
        <translation>L’espace de travail ne s’est pas ouvert</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Restore a backup...</source>
        <translation>Restaurer une sauvegarde...</translation>
    </message>
    <message>
        <source>Open another workspace...</source>
        <translation>Ouvrir un autre espace de travail...</translation>
    </message>
    <message>
        <source>Open the practice workspace</source>
        <translation>Ouvrir l’espace d’entraînement</translation>
    </message>
    <message>
        <source>Unlock the sign-ins</source>
        <translation>Déverrouiller les connexions</translation>
    </message>
    <message>
        <source>Where shall sign-ins be kept?</source>
        <translation>Où garder les connexions&#xa0;?</translation>
    </message>
    <message>
        <source>This desktop has no keyring. The sign-ins of your accounts are in a sealed file; its passphrase opens it.</source>
        <translation>Ce bureau n’a pas de trousseau. Les connexions de vos comptes sont dans un fichier scellé&#xa0;; sa phrase de passe l’ouvre.</translation>
    </message>
    <message>
        <source>This desktop has no keyring. Vigie can keep the sign-ins of your accounts in a file sealed with a passphrase, or only until you quit.</source>
        <translation>Ce bureau n’a pas de trousseau. Vigie peut garder les connexions de vos comptes dans un fichier scellé par une phrase de passe, ou seulement jusqu’à ce que vous quittiez.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La même encore une fois</translation>
    </message>
    <message>
        <source>Passphrase, the same once more</source>
        <translation>Phrase de passe, la même encore une fois</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Make a sealed file</source>
        <translation>Créer un fichier scellé</translation>
    </message>
    <message>
        <source>Go on without them until I quit</source>
        <translation>Continuer sans elles jusqu’à ce que je quitte</translation>
    </message>
    <message>
        <source>Keep them until I quit</source>
        <translation>Les garder jusqu’à ce que je quitte</translation>
    </message>
</context>
<context>
    <name>vigie::ui::StatusLine</name>
    <message>
        <source>Opening the workspace...</source>
        <translation>Ouverture de l’espace de travail...</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Aucun espace de travail n’est ouvert</translation>
    </message>
    <message>
        <source>No network is connected</source>
        <translation>Aucun réseau n’est connecté</translation>
    </message>
    <message>
        <source>No connection: what was collected stays, the rest comes when it is back</source>
        <translation>Pas de connexion&#xa0;: ce qui est collecté reste, la suite viendra à son retour</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s), nothing read yet</source>
        <translation>
            <numerusform>%n réseau, rien de lu encore</numerusform>
            <numerusform>%n réseaux, rien de lu encore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s), all seen up to %1</source>
        <translation>
            <numerusform>%n réseau, tout vu jusqu’à %1</numerusform>
            <numerusform>%n réseaux, tout vu jusqu’à %1</numerusform>
        </translation>
    </message>
    <message>
        <source>one gap of %1 - fill</source>
        <translation>un trou de %1 - combler</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s), %1 in all - fill</source>
        <translation>
            <numerusform>%n trou, %1 en tout - combler</numerusform>
            <numerusform>%n trous, %1 en tout - combler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n en route</numerusform>
            <numerusform>%n en route</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) not known yet</source>
        <translation>
            <numerusform>%n issue encore inconnue</numerusform>
            <numerusform>%n issues encore inconnues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n non envoyé</numerusform>
            <numerusform>%n non envoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed, waiting for a decision</source>
        <translation>
            <numerusform>%n manqué, à décider</numerusform>
            <numerusform>%n manqués, à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln since yesterday</source>
        <translation>
            <numerusform>%Ln depuis hier</numerusform>
            <numerusform>%Ln depuis hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to answer</source>
        <translation>
            <numerusform>%Ln à répondre</numerusform>
            <numerusform>%Ln à répondre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::SuggestionList</name>
    <message>
        <source>Looking for others who may be the same person...</source>
        <translation>Recherche de qui pourrait être la même personne...</translation>
    </message>
    <message>
        <source>Who may be one person</source>
        <translation>Qui peut être une seule personne</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>C’est une seule personne</translation>
    </message>
    <message>
        <source>Enter. It can be taken back, exactly.</source>
        <translation>Entrée. On peut revenir en arrière, exactement.</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>Ce sont deux personnes</translation>
    </message>
    <message>
        <source>Delete. They are never suggested again.</source>
        <translation>Suppr. Elles ne sont plus jamais proposées.</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>a name, a handle, a network</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>%1
and %2
%3</source>
        <comment>one person, another, why they may be the same</comment>
        <translation>%1
et %2
%3</translation>
    </message>
    <message>
        <source>Nobody else looks like the same person.</source>
        <translation>Personne d’autre ne semble être la même personne.</translation>
    </message>
    <message>
        <source>Nobody looks like the same person as somebody else.</source>
        <translation>Personne ne semble être la même personne qu’une autre.</translation>
    </message>
    <message>
        <source>Two people: they are not suggested again</source>
        <translation>Deux personnes&#xa0;: elles ne sont plus proposées</translation>
    </message>
</context>
<context>
    <name>vigie::ui::SurveyTrialDialog</name>
    <message>
        <source>no date that can be read</source>
        <translation>pas de date lisible</translation>
    </message>
    <message>
        <source>neither satisfaction nor recommendation</source>
        <translation>ni satisfaction ni recommandation</translation>
    </message>
    <message>
        <source>no score of this survey</source>
        <translation>pas une note de cette enquête</translation>
    </message>
    <message>
        <source>no number of a conversation</source>
        <translation>pas un numéro de conversation</translation>
    </message>
    <message>
        <source>its number is in the file already</source>
        <translation>son numéro est déjà dans le fichier</translation>
    </message>
    <message>
        <source>a time to come</source>
        <translation>un moment à venir</translation>
    </message>
    <message>
        <source>there is no such conversation here</source>
        <translation>cette conversation n’existe pas ici</translation>
    </message>
    <message>
        <source>the line cannot be read</source>
        <translation>la ligne est illisible</translation>
    </message>
    <message>
        <source>Answers of %1</source>
        <comment>a file</comment>
        <translation>Réponses de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) can be taken.</source>
        <translation>
            <numerusform>%n réponse peut être prise.</numerusform>
            <numerusform>%n réponses peuvent être prises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are here already.</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n autre est déjà là.</numerusform>
            <numerusform>%n autres sont déjà là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) would be left out:</source>
        <translation>
            <numerusform>%n ligne serait laissée de côté&#xa0;:</numerusform>
            <numerusform>%n lignes seraient laissées de côté&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Ce qui s’y trouve</translation>
    </message>
    <message>
        <source>Lines that would be left out</source>
        <translation>Lignes qui seraient laissées de côté</translation>
    </message>
    <message numerus="yes">
        <source>Take %n answer(s)</source>
        <translation>
            <numerusform>Prendre %n réponse</numerusform>
            <numerusform>Prendre %n réponses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::SurveysPage</name>
    <message>
        <source>Satisfaction, 1 to 5</source>
        <translation>Satisfaction, 1 à 5</translation>
    </message>
    <message>
        <source>Recommendation, 0 to 10</source>
        <translation>Recommandation, 0 à 10</translation>
    </message>
    <message>
        <source>Answers to surveys, which no network hands over. Import the table of your survey program (at, score, kind; network, ticket and id where it has them), or enter one. However often a file is imported, each of its answers counts once.</source>
        <translation>Les réponses aux enquêtes, qu’aucun réseau ne transmet. Importez le tableau de votre logiciel d’enquête (date, note, enquête&#x202f;; réseau, conversation et numéro s’il les a), ou saisissez-en une. Un fichier a beau être importé plusieurs fois, chacune de ses réponses compte une fois.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Answers to surveys</source>
        <translation>Réponses aux enquêtes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Import a table...</source>
        <translation>Importer un tableau…</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Donnée le</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Fichier %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>question, network</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing was entered: an answer of a time to come.</source>
        <translation>Rien n’a été saisi&#xa0;: une réponse d’un moment à venir.</translation>
    </message>
    <message>
        <source>%1: %2 was entered</source>
        <comment>question, answer</comment>
        <translation>%1&#xa0;: %2 saisi</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1&#xa0;: retiré</translation>
    </message>
    <message>
        <source>Import answers to a survey</source>
        <translation>Importer les réponses d’une enquête</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tableaux (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The table is being read...</source>
        <translation>Lecture du tableau…</translation>
    </message>
    <message>
        <source>The answers of %1 were taken.</source>
        <comment>a file</comment>
        <translation>Les réponses de %1 ont été prises.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TagTree</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Signe</translation>
    </message>
    <message>
        <source>one or two letters or a sign</source>
        <translation>une ou deux lettres, ou un signe</translation>
    </message>
    <message>
        <source>New tag...</source>
        <translation>Nouvelle étiquette...</translation>
    </message>
    <message>
        <source>Colour...</source>
        <translation>Couleur...</translation>
    </message>
    <message>
        <source>Merge into...</source>
        <translation>Fondre dans...</translation>
    </message>
    <message>
        <source>Put under...</source>
        <translation>Ranger sous...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The mark says the tag to those who do not tell its colour.</source>
        <translation>Le signe dit l’étiquette à qui ne distingue pas sa couleur.</translation>
    </message>
    <message>
        <source>%1, mark %2, %3 mention(s)</source>
        <translation>%1, signe %2, %3 mention(s)</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nouvelle étiquette</translation>
    </message>
    <message>
        <source>Type a tag</source>
        <translation>Tapez une étiquette</translation>
    </message>
    <message>
        <source>%1 is called %2 now</source>
        <translation>%1 s’appelle maintenant %2</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>tout en haut</translation>
    </message>
    <message>
        <source>Merge %1 into</source>
        <translation>Fondre %1 dans</translation>
    </message>
    <message>
        <source>%1 is merged</source>
        <translation>%1 est fondue</translation>
    </message>
    <message>
        <source>Put %1 under</source>
        <translation>Ranger %1 sous</translation>
    </message>
    <message>
        <source>%1 is moved</source>
        <translation>%1 est déplacée</translation>
    </message>
    <message>
        <source>The tag %1 is removed</source>
        <translation>L’étiquette %1 est supprimée</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TextBlock</name>
    <message>
        <source>removed: %1</source>
        <translation>retiré&#xa0;: %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>ajouté&#xa0;: %1</translation>
    </message>
    <message>
        <source>The words did not change.</source>
        <translation>Le texte n’a pas changé.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ThreadRow</name>
    <message>
        <source>A message that was not seen</source>
        <translation>Un message qui n’a pas été vu</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TileCard</name>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Dupliquer %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Enlever %1</translation>
    </message>
    <message numerus="yes">
        <source>coverage %1, %n gap(s)</source>
        <translation>
            <numerusform>couverture %1, %n trou</numerusform>
            <numerusform>couverture %1, %n trous</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>couverture %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tile, its coverage</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation>Rien dans cette période.</translation>
    </message>
    <message>
        <source>Arrows move it, Shift and arrows resize it, D duplicates it, Delete removes it</source>
        <translation>Les flèches la déplacent, Maj et les flèches la redimensionnent, D la duplique, Suppr l’enlève</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tile, what it offers</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TileWords</name>
    <message>
        <source>%1 over time</source>
        <translation>%1 dans le temps</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, by what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>When people write (local hours)</source>
        <translation>Quand les gens écrivent (heures locales)</translation>
    </message>
    <message>
        <source>%1 by hour (local)</source>
        <translation>%1 par heure (locale)</translation>
    </message>
    <message>
        <source>First answers</source>
        <translation>Premières réponses</translation>
    </message>
    <message>
        <source>Share of voice, locked panel</source>
        <translation>Part de voix, panel fixe</translation>
    </message>
    <message>
        <source>Stars over time</source>
        <translation>Étoiles dans le temps</translation>
    </message>
    <message>
        <source>Our posts with most reactions</source>
        <translation>Nos publications aux plus de réactions</translation>
    </message>
    <message>
        <source>Who speaks most</source>
        <translation>Qui parle le plus</translation>
    </message>
    <message>
        <source>Links, by people who share them</source>
        <translation>Liens, par personnes qui les partagent</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Line with band</source>
        <translation>Courbe avec bande</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>Barres empilées</translation>
    </message>
    <message>
        <source>Hours by weekday</source>
        <translation>Heures par jour de semaine</translation>
    </message>
    <message>
        <source>How long answers take</source>
        <translation>Délais de réponse</translation>
    </message>
    <message>
        <source>Share of voice</source>
        <translation>Part de voix</translation>
    </message>
    <message>
        <source>Funnel of conversations</source>
        <translation>Entonnoir des conversations</translation>
    </message>
    <message>
        <source>Stars of reviews</source>
        <translation>Étoiles des avis</translation>
    </message>
    <message>
        <source>Top posts</source>
        <translation>Meilleures publications</translation>
    </message>
    <message>
        <source>Top members</source>
        <translation>Membres les plus actifs</translation>
    </message>
    <message>
        <source>Top links</source>
        <translation>Liens les plus partagés</translation>
    </message>
    <message>
        <source>Why did it move?</source>
        <translation>Pourquoi a-t-il bougé&#x202f;?</translation>
    </message>
    <message>
        <source>by network</source>
        <translation>par réseau</translation>
    </message>
    <message>
        <source>by language</source>
        <translation>par langue</translation>
    </message>
    <message>
        <source>by tone</source>
        <translation>par tonalité</translation>
    </message>
    <message>
        <source>by query</source>
        <translation>par requête</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>par étiquette</translation>
    </message>
    <message>
        <source>by author</source>
        <translation>par auteur</translation>
    </message>
    <message>
        <source>by topic</source>
        <translation>par sujet</translation>
    </message>
    <message>
        <source>by relays</source>
        <translation>par relais</translation>
    </message>
    <message>
        <source>by kind</source>
        <translation>par genre</translation>
    </message>
    <message>
        <source>as a whole</source>
        <translation>dans l’ensemble</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Relation client</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenus</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Objectifs</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>90 derniers jours</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Ce trimestre</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Since a campaign</source>
        <translation>Depuis une campagne</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Du … au …</translation>
    </message>
    <message>
        <source>Same weekdays before</source>
        <translation>Mêmes jours de semaine avant</translation>
    </message>
    <message>
        <source>A year before</source>
        <translation>Un an avant</translation>
    </message>
    <message>
        <source>Before the campaign</source>
        <translation>Avant la campagne</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Sans comparaison</translation>
    </message>
    <message>
        <source>Why: %1 %2</source>
        <comment>why a figure moved: figure, by what</comment>
        <translation>Pourquoi&#xa0;: %1 %2</translation>
    </message>
    <message>
        <source>From question to answer</source>
        <translation>De la question à la réponse</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TimesPane</name>
    <message>
        <source>Blue: more than usual, orange: less; the stronger, the further from it. A frame with + or −: told apart from chance (95 %). Each hour also hears, by half, the two beside it, and is drawn towards the usual the less there is of it.</source>
        <translation>Bleu&#xa0;: plus que d’habitude, orange&#xa0;: moins&#x202f;; plus c’est vif, plus l’écart est grand. Un cadre avec + ou −&#xa0;: distinct du hasard (95&#xa0;%). Chaque heure tient compte, pour moitié, de ses deux voisines, et se rapproche de l’habituel quand il y a peu de publications.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>To expect</source>
        <translation>À attendre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <comment>the end of an interval</comment>
        <translation>À</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Hours of the week, the best first</source>
        <translation>Heures de la semaine, les meilleures d’abord</translation>
    </message>
    <message>
        <source>Too little history</source>
        <translation>Trop peu d’historique</translation>
    </message>
    <message>
        <source>Hours are compared from twenty posts of your own on, each a week old.</source>
        <translation>Les heures se comparent à partir de vingt publications à vous, vieilles d’une semaine.</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>Hours are those of %1.</source>
        <comment>a time zone</comment>
        <translation>Les heures sont celles de %1.</translation>
    </message>
    <message>
        <source>not distinguishable from usual</source>
        <translation>ne se distingue pas de l’habituel</translation>
    </message>
    <message>
        <source>better than usual</source>
        <translation>mieux que d’habitude</translation>
    </message>
    <message>
        <source>less than usual</source>
        <translation>moins que d’habitude</translation>
    </message>
</context>
<context>
    <name>vigie::ui::Toasts</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ToneLine</name>
    <message>
        <source>Tone over one year: nothing said</source>
        <translation>Tonalité sur un an&#xa0;: rien n’a été dit</translation>
    </message>
    <message>
        <source>Tone over one year, last %1</source>
        <translation>Tonalité sur un an, dernière %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TopBar</name>
    <message>
        <source>Practice</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>De quart</translation>
    </message>
    <message>
        <source>Looking only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>practice network</source>
        <translation>réseau d’entraînement</translation>
    </message>
    <message>
        <source>Search everything, or type a command</source>
        <translation>Chercher partout, ou saisir une commande</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new alert(s)</source>
        <translation>
            <numerusform>%Ln nouvelle alerte</numerusform>
            <numerusform>%Ln nouvelles alertes</numerusform>
        </translation>
    </message>
    <message>
        <source>No new alert</source>
        <translation>Aucune nouvelle alerte</translation>
    </message>
</context>
<context>
    <name>vigie::ui::TrendsModel</name>
    <message numerus="yes">
        <source>%n author(s)</source>
        <translation>
            <numerusform>%n auteur</numerusform>
            <numerusform>%n auteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>none before</source>
        <translation>aucun avant</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>d’habitude %1</translation>
    </message>
    <message>
        <source>word</source>
        <translation>mot</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>expression</translation>
    </message>
    <message>
        <source>hashtag</source>
        <translation>mot-dièse</translation>
    </message>
    <message>
        <source>link</source>
        <translation>lien</translation>
    </message>
    <message>
        <source>emoji</source>
        <translation>émoji</translation>
    </message>
    <message>
        <source>%1, %2: %3 now, %4; %5</source>
        <comment>term, kind, authors now, authors before, mentions</comment>
        <translation>%1, %2&#xa0;: %3 maintenant, %4&#xa0;; %5</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::TrendsPane</name>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Nothing was counted to the end.</source>
        <translation>Rien n’a été compté jusqu’au bout.</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Compter à nouveau</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, term</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Only %1 of this time was read so far.</source>
        <translation>Seuls %1 de cette période ont été lus jusqu’ici.</translation>
    </message>
    <message>
        <source>%1 of %2 stretches before were not read: they do not count.</source>
        <translation>%1 des %2 périodes d’avant n’ont pas été lues&#xa0;: elles ne comptent pas.</translation>
    </message>
    <message>
        <source>Some before were read in part: what was missed is added by proportion.</source>
        <translation>Certaines d’avant n’ont été lues qu’en partie&#xa0;: ce qui manque est ajouté en proportion.</translation>
    </message>
    <message>
        <source>There is too much to read at once: each %1th mention was, and counts are of those.</source>
        <translation>Il y en a trop pour tout lire d’un coup&#xa0;: une mention sur %1 l’a été, et les nombres sont de celles-là.</translation>
    </message>
    <message numerus="yes">
        <source>%n author(s) now</source>
        <translation>
            <numerusform>%n auteur maintenant</numerusform>
            <numerusform>%n auteurs maintenant</numerusform>
        </translation>
    </message>
    <message>
        <source>usually %1</source>
        <comment>authors</comment>
        <translation>d’habitude %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Tendances</translation>
    </message>
    <message>
        <source>Trends: %1</source>
        <translation>Tendances&#xa0;: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the trends</source>
        <translation>Fermer les tendances</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Arrêter de compter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>What people speak of now and did not before</source>
        <translation>Ce dont on parle maintenant et pas avant</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>La dernière heure</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Les dernières 24 heures</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>Which time is held against the same hours before</source>
        <translation>La période comparée aux mêmes heures d’avant</translation>
    </message>
    <message>
        <source>Nothing to compare with</source>
        <translation>Rien à quoi comparer</translation>
    </message>
    <message>
        <source>Nothing was read of the time before: what is new cannot be told yet.</source>
        <translation>Rien n’a été lu du temps d’avant&#xa0;: on ne peut pas encore dire ce qui est nouveau.</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Rien de nouveau</translation>
    </message>
    <message>
        <source>Nobody wrote anything in this time.</source>
        <translation>Personne n’a rien écrit pendant cette période.</translation>
    </message>
    <message>
        <source>People speak of what they speak of anyway. A term shows here when at least five authors use it, more than chance would have it.</source>
        <translation>On parle de ce dont on parle toujours. Un terme paraît ici quand au moins cinq auteurs l’emploient, plus que le hasard ne le voudrait.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::UnplannedList</name>
    <message>
        <source>Without a day</source>
        <translation>Sans jour</translation>
    </message>
    <message>
        <source>Drafts without a day</source>
        <translation>Brouillons sans jour</translation>
    </message>
    <message>
        <source>Drafts that wait for a day stand here. Drag one onto the calendar to give it an hour.</source>
        <translation>Les brouillons qui attendent un jour sont ici. Faites-en glisser un sur le calendrier pour lui donner une heure.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::UsedSection</name>
    <message>
        <source>Text used already on %1 by %2 (%3 alike)</source>
        <comment>a date, an account, a share</comment>
        <translation>Texte déjà utilisé le %1 par %2 (ressemblance %3)</translation>
    </message>
    <message>
        <source>The same text is planned for %1 by %2 (%3 alike)</source>
        <comment>a date, an account, a share</comment>
        <translation>Le même texte est planifié pour le %1 par %2 (ressemblance %3)</translation>
    </message>
    <message>
        <source>The same text waits in a draft for %1 (%2 alike)</source>
        <comment>an account, a share</comment>
        <translation>Le même texte attend dans un brouillon pour %1 (ressemblance %2)</translation>
    </message>
</context>
<context>
    <name>vigie::ui::VariablesTable</name>
    <message>
        <source>Variables of the answer</source>
        <translation>Variables de la réponse</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Vient de</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>Where %1 comes from</source>
        <translation>D’où vient %1</translation>
    </message>
</context>
<context>
    <name>vigie::ui::VariantRow</name>
    <message>
        <source>%1 / %2</source>
        <comment>characters used and allowed</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, thread of %n</source>
        <comment>longest part</comment>
        <translation>
            <numerusform>%1, fil de %n</numerusform>
            <numerusform>%1, fil de %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 caractères sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n caractère</numerusform>
            <numerusform>%n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>own text</source>
        <translation>texte propre</translation>
    </message>
    <message>
        <source>follows the base</source>
        <translation>suit le texte commun</translation>
    </message>
    <message>
        <source>Publish now</source>
        <translation>Publier maintenant</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Publish on %1 as %2</source>
        <translation>Publier sur %1 comme %2</translation>
    </message>
    <message>
        <source>Own text</source>
        <translation>Texte propre</translation>
    </message>
    <message>
        <source>Own text for %1</source>
        <translation>Texte propre à %1</translation>
    </message>
    <message>
        <source>Text for %1</source>
        <translation>Texte pour %1</translation>
    </message>
    <message>
        <source>Open on %1</source>
        <translation>Ouvrir sur %1</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 sur %2 octets</translation>
    </message>
    <message>
        <source>Back to the base text</source>
        <translation>Revenir au texte de base</translation>
    </message>
    <message>
        <source>Back to the base text on %1</source>
        <translation>Revenir au texte de base sur %1</translation>
    </message>
    <message>
        <source>Part into a thread</source>
        <translation>Découper en fil</translation>
    </message>
    <message>
        <source>Part into a thread on %1</source>
        <translation>Découper en fil sur %1</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>Garder ce texte</translation>
    </message>
    <message>
        <source>Keep this text for %1</source>
        <translation>Garder ce texte pour %1</translation>
    </message>
    <message>
        <source>What changed in the base since the text for %1 began</source>
        <translation>Ce qui a changé dans la base depuis le début du texte pour %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 octets</translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation>Pourquoi %1&#x202f;?</translation>
    </message>
    <message>
        <source>%1, too long</source>
        <translation>%1, trop long</translation>
    </message>
    <message>
        <source>The base text has changed since this one went its own way.</source>
        <translation>Le texte de base a changé depuis que celui-ci s’en est écarté.</translation>
    </message>
    <message>
        <source>Hide what changed</source>
        <translation>Masquer ce qui a changé</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::VersionsDialog</name>
    <message>
        <source>Versions of the post</source>
        <translation>Versions de la publication</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <comment>number, when</comment>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>Version %1, %2, %3</source>
        <comment>number, when, who</comment>
        <translation>Version %1, %2, %3</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>telle qu’elle est maintenant</translation>
    </message>
    <message>
        <source>%1 asked for agreement to version %2</source>
        <translation>%1 a demandé un accord sur la version %2</translation>
    </message>
    <message>
        <source>%1 agreed to version %2</source>
        <translation>%1 a donné son accord à la version %2</translation>
    </message>
    <message>
        <source>%1 asked to change version %2: %3</source>
        <translation>%1 a demandé de changer la version %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1 released version %2 as an emergency: %3</source>
        <translation>%1 a publié la version %2 en urgence&#xa0;: %3</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>Qui a dit quoi</translation>
    </message>
    <message>
        <source>No version yet: one is kept whenever somebody is asked to agree.</source>
        <translation>Pas encore de version&#xa0;: une est gardée à chaque demande d’accord.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ViewEditor</name>
    <message>
        <source>Those that are snoozed as well</source>
        <translation>Aussi ceux qui sont en veille</translation>
    </message>
    <message>
        <source>Change a view</source>
        <translation>Modifier une vue</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Nouvelle vue</translation>
    </message>
    <message>
        <source>all that are not closed</source>
        <translation>tous ceux qui ne sont pas clos</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveaux</translation>
    </message>
    <message>
        <source>new and open</source>
        <translation>nouveaux et ouverts</translation>
    </message>
    <message>
        <source>waiting inside</source>
        <translation>en attente en interne</translation>
    </message>
    <message>
        <source>waiting for the member</source>
        <translation>en attente du membre</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignorés</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>comme maintenant</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>n’importe qui</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>what scores most first</source>
        <translation>le plus fort score d’abord</translation>
    </message>
    <message>
        <source>who waits longest first</source>
        <translation>la plus longue attente d’abord</translation>
    </message>
    <message>
        <source>the newest message first</source>
        <translation>le message le plus récent d’abord</translation>
    </message>
    <message>
        <source>changed last first</source>
        <translation>le dernier modifié d’abord</translation>
    </message>
    <message>
        <source>any, or fr, en ...</source>
        <translation>toutes, ou fr, en ...</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>The newest message satisfies</source>
        <translation>Le message le plus récent satisfait</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>any</source>
        <translation>tous</translation>
    </message>
</context>
<context>
    <name>vigie::ui::ViewsDialog</name>
    <message>
        <source>No view is saved yet. A view is a filter of the queue with a name: press N to make one.</source>
        <translation>Aucune vue n’est encore enregistrée. Une vue est un filtre de la file avec un nom&#xa0;: appuyez sur N pour en faire une.</translation>
    </message>
    <message>
        <source>Views of the queue</source>
        <translation>Vues de la file</translation>
    </message>
    <message>
        <source>New...</source>
        <translation>Nouvelle...</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Modifier...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>A number opens a view, Alt and an arrow moves it, F2 changes it, Delete removes it.</source>
        <translation>Un chiffre ouvre une vue, Alt et une flèche la déplace, F2 la modifie, Suppr la supprime.</translation>
    </message>
    <message>
        <source>its query does not read</source>
        <comment>of a saved view, in place of a count</comment>
        <translation>sa requête ne se lit pas</translation>
    </message>
    <message>
        <source>%1, %2 ticket(s)</source>
        <translation>%1, %2 ticket(s)</translation>
    </message>
    <message>
        <source>The view %1 is removed</source>
        <translation>La vue %1 est supprimée</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WaitStep</name>
    <message>
        <source>Waiting for you</source>
        <translation>On vous attend</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code shown in the browser</source>
        <translation>Code affiché dans le navigateur</translation>
    </message>
    <message>
        <source>The page shows a code after you allowed Vigie. Paste it here.</source>
        <translation>La page affiche un code quand vous avez autorisé Vigie. Collez-le ici.</translation>
    </message>
    <message>
        <source>Use this code</source>
        <translation>Utiliser ce code</translation>
    </message>
    <message>
        <source>Code to type: %1</source>
        <translation>Code à taper&#xa0;: %1</translation>
    </message>
    <message>
        <source>Type this code on %1, here or on another device. It is good until %2; Vigie goes on by itself once you have allowed it.</source>
        <translation>Tapez ce code sur %1, ici ou sur un autre appareil. Il est valable jusqu’à %2&#xa0;; Vigie continue d’elle-même dès que vous l’avez autorisée.</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WaitingDialog</name>
    <message>
        <source>Waits for agreement</source>
        <translation>Attend un accord</translation>
    </message>
    <message>
        <source>Before a post is published,</source>
        <translation>Avant de publier,</translation>
    </message>
    <message>
        <source>nobody needs to agree</source>
        <translation>aucun accord n’est nécessaire</translation>
    </message>
    <message>
        <source>one person must agree</source>
        <translation>une personne doit donner son accord</translation>
    </message>
    <message>
        <source>two people must agree</source>
        <translation>deux personnes doivent donner leur accord</translation>
    </message>
    <message>
        <source>How many people must agree before a post is published</source>
        <translation>Combien de personnes doivent donner leur accord avant publication</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Words of the post</source>
        <translation>Mots de la publication</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>Ce qui est à changer</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Donner mon accord</translation>
    </message>
    <message>
        <source>Ask for a change</source>
        <translation>Demander un changement</translation>
    </message>
    <message>
        <source>Show in the calendar</source>
        <translation>Montrer dans le calendrier</translation>
    </message>
    <message>
        <source>Take in an answer...</source>
        <translation>Prendre une réponse...</translation>
    </message>
    <message>
        <source>To exactly these words (A)</source>
        <translation>Pour exactement ces mots (A)</translation>
    </message>
    <message>
        <source>Of somebody without Vigie: a mail saved as a file, or a text with its code</source>
        <translation>De quelqu’un sans Vigie&#xa0;: un courriel enregistré dans un fichier, ou un texte avec son code</translation>
    </message>
    <message>
        <source>Take in an answer</source>
        <translation>Prendre une réponse</translation>
    </message>
    <message>
        <source>Mails and texts</source>
        <translation>Courriels et textes</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>vous attend</translation>
    </message>
    <message>
        <source>First comment</source>
        <translation>Premier commentaire</translation>
    </message>
    <message>
        <source>Changed since it was last agreed to</source>
        <translation>Changé depuis le dernier accord</translation>
    </message>
    <message>
        <source>Nothing waits: nobody needs to agree.</source>
        <translation>Rien n’attend&#xa0;: aucun accord n’est nécessaire.</translation>
    </message>
    <message>
        <source>Nothing waits for agreement.</source>
        <translation>Rien n’attend d’accord.</translation>
    </message>
    <message>
        <source>The post was changed meanwhile, so nothing was agreed to. Read it again.</source>
        <translation>La publication a changé entre-temps&#xa0;: aucun accord n’a été donné. Relisez-la.</translation>
    </message>
    <message>
        <source>This answer is about words that were changed since, so it counts for nothing. Ask again.</source>
        <translation>Cette réponse porte sur des mots changés depuis&#xa0;: elle ne compte pas. Redemandez.</translation>
    </message>
    <message>
        <source>The code in this answer belongs to no post of this workspace. Nothing was changed.</source>
        <translation>Le code de cette réponse n’appartient à aucune publication de cet espace de travail. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>%1 agrees.</source>
        <translation>%1 donne son accord.</translation>
    </message>
    <message>
        <source>%1 asks for a change; the post is a draft again.</source>
        <translation>%1 demande un changement&#x202f;; la publication redevient un brouillon.</translation>
    </message>
    <message>
        <source>Enter your name in the settings: an agreement says who gave it.</source>
        <translation>Entrez votre nom dans les réglages&#xa0;: un accord dit qui l’a donné.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WeekGrid</name>
    <message>
        <source>Opening hours of the week</source>
        <translation>Heures d’ouverture de la semaine</translation>
    </message>
    <message>
        <source>%1, %2, %3. The day: %4.</source>
        <comment>%1 a weekday, %2 a time, %3 open or closed, %4 its hours</comment>
        <translation>%1, %2, %3. Le jour&#xa0;: %4.</translation>
    </message>
    <message>
        <source>open</source>
        <comment>a half-hour</comment>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a half-hour</comment>
        <translation>fermé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WeekView</name>
    <message>
        <source>ddd d</source>
        <comment>date format: day of a week</comment>
        <translation>ddd d</translation>
    </message>
    <message>
        <source>no such hour: the clocks go forward</source>
        <translation>cette heure n’existe pas&#xa0;: on avance les horloges</translation>
    </message>
    <message>
        <source>twice: the clocks go back</source>
        <translation>deux fois&#xa0;: on recule les horloges</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date format</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <comment>days of the year</comment>
        <translation>
            <numerusform>+%n autre</numerusform>
            <numerusform>+%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>again</source>
        <comment>an hour that comes twice</comment>
        <translation>encore</translation>
    </message>
    <message>
        <source>the second time: nothing leaves here</source>
        <translation>la seconde fois&#xa0;: rien ne part ici</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WeightsEditor</name>
    <message>
        <source>A question</source>
        <translation>Une question</translation>
    </message>
    <message>
        <source>A complaint</source>
        <translation>Une plainte</translation>
    </message>
    <message>
        <source>A direct message</source>
        <translation>Un message privé</translation>
    </message>
    <message>
        <source>A review</source>
        <translation>Un avis</translation>
    </message>
    <message>
        <source>A first contact</source>
        <translation>Un premier contact</translation>
    </message>
    <message>
        <source>Negative tone, at its worst</source>
        <translation>La tonalité négative, au pire</translation>
    </message>
    <message>
        <source>Each hour of waiting</source>
        <translation>Chaque heure d’attente</translation>
    </message>
    <message>
        <source>Hours of waiting that count</source>
        <translation>Heures d’attente qui comptent</translation>
    </message>
    <message>
        <source>Each earlier exchange</source>
        <translation>Chaque échange antérieur</translation>
    </message>
    <message>
        <source>Exchanges, at most</source>
        <translation>Échanges, au plus</translation>
    </message>
    <message>
        <source>Each relay</source>
        <translation>Chaque relais</translation>
    </message>
    <message>
        <source>Relays, at most</source>
        <translation>Relais, au plus</translation>
    </message>
    <message>
        <source>Audience, for each factor of ten</source>
        <translation>Audience, par facteur dix</translation>
    </message>
    <message>
        <source>Weights as delivered</source>
        <translation>Poids d’origine</translation>
    </message>
    <message>
        <source>A service level, when it is due</source>
        <translation>Un niveau de service, à l’échéance</translation>
    </message>
    <message>
        <source>Opening hours before, from which it counts</source>
        <translation>Heures d’ouverture avant, d’où il compte</translation>
    </message>
    <message>
        <source>Service levels and opening hours...</source>
        <translation>Niveaux de service et heures d’ouverture...</translation>
    </message>
    <message>
        <source>A service of the house that is late</source>
        <translation>Un service de la maison en retard</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WhenRow</name>
    <message>
        <source>%1 in the zone of the workspace (%2).</source>
        <translation>%1 dans le fuseau de l’espace de travail (%2).</translation>
    </message>
    <message>
        <source>On a day, at an hour</source>
        <translation>Un jour, à une heure</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>date format of a field</comment>
        <translation>ddd d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WhyDialog</name>
    <message>
        <source>Why it is due then</source>
        <translation>Pourquoi c’est dû à ce moment</translation>
    </message>
    <message>
        <source>Nobody waits in this conversation: no clock was ever started.</source>
        <translation>Personne n’attend dans cette conversation&#xa0;: aucun compteur n’a commencé.</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WriteDialog</name>
    <message>
        <source>E-mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Note about this person</source>
        <translation>Note sur cette personne</translation>
    </message>
    <message>
        <source>It stays in the house. They can ask to read it.</source>
        <translation>Elle reste dans la maison. La personne peut demander à la lire.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Next step with this person</source>
        <translation>Prochaine étape avec cette personne</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Invite to the workshop</source>
        <translation>Inviter à l’atelier</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>Un jour précis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>What this person agreed to</source>
        <translation>Ce que cette personne a accepté</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>À quoi</translation>
    </message>
    <message>
        <source>Quote with name</source>
        <translation>Citer avec le nom</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Elle accepte</translation>
    </message>
    <message>
        <source>They refuse, or take it back</source>
        <translation>Elle refuse, ou revient dessus</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Where that was said</source>
        <translation>Où cela a été dit</translation>
    </message>
    <message>
        <source>Message of 12 March, form ...</source>
        <translation>Message du 12 mars, formulaire...</translation>
    </message>
    <message>
        <source>Something this person gave us</source>
        <translation>Quelque chose que cette personne nous a remis</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Provenance</translation>
    </message>
    <message>
        <source>Told in a message, by telephone ...</source>
        <translation>Dit dans un message, au téléphone...</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Works for us</source>
        <translation>Travaille pour nous</translation>
    </message>
    <message>
        <source>Is paid by us</source>
        <translation>Est payé par nous</translation>
    </message>
    <message>
        <source>Asked not to be ranked</source>
        <translation>A demandé à ne pas être classé</translation>
    </message>
</context>
<context>
    <name>vigie::ui::WritingStrip</name>
    <message>
        <source>Take it away</source>
        <translation>L&apos;enlever</translation>
    </message>
    <message>
        <source>Charter</source>
        <translation>Charte</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>Contradiction</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Tutoiement, vouvoiement</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
    <message>
        <source>Typography</source>
        <translation>Typographie</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Write &quot;%1&quot; instead</source>
        <translation>Écrire «&#xa0;%1&#xa0;» à la place</translation>
    </message>
    <message>
        <source>Fix…  %1</source>
        <translation>Corriger…  %1</translation>
    </message>
    <message>
        <source>What can be done about it</source>
        <translation>Ce que l&apos;on peut y faire</translation>
    </message>
    <message>
        <source>%1 of %2  %3</source>
        <comment>which mark of how many, then the key that goes to the next</comment>
        <translation>%1 sur %2  %3</translation>
    </message>
    <message>
        <source>Go to the next mark; this is %1 of %2</source>
        <translation>Aller à la marque suivante&#xa0;; celle-ci est la %1 sur %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of mark, its reason</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de propositions…</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Aucune proposition</translation>
    </message>
</context>
</TS>
