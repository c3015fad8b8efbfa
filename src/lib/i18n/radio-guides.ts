// Owns the guides for studios, in French: how the programs that radios use take Sigida's feeds, and what they do not take.
// What each does was read in its source or its documentation (LibreTime legacy PodcastManager and PodcastEpisodeService;
// AzuraCast PodcastSources and PlaylistRemoteTypes; Thunderbird's calendar.autorefresh.timeout); Google publishes no interval.

export type Guide = {
  readonly name: string;
  /** What for. */
  readonly use: string;
  readonly steps: readonly string[];
  readonly beware: readonly string[];
  /** Which of the station's addresses is to be pasted. */
  readonly feed: 'spots.rss' | 'events.ics';
};

const takeTheSheet =
  'Avant chaque émission, reprenez la feuille radio : elle seule dit les annulations de dernière minute.';

export const guides: readonly Guide[] = [
  {
    name: 'LibreTime',
    use: 'Les annonces enregistrées arrivent seules dans la bibliothèque.',
    feed: 'spots.rss',
    steps: [
      'Ouvrez le menu « Podcasts », puis « Add » (Ajouter).',
      'Collez l’adresse ci-dessus, puis « Subscribe » (S’abonner).',
      'Ouvrez le podcast et cochez « Automatic ingest » (nouveaux épisodes téléchargés seuls).',
      'Pour le passage à l’antenne, faites un « Smart block » qui choisit les morceaux de ce podcast, et mettez-le dans la liste automatique de votre émission.'
    ],
    beware: [
      'Au premier abonnement, seule l’annonce la plus récente est prise. Les autres se prennent à la main, dans la liste des épisodes.',
      'LibreTime regarde une fois par heure : une annonce peut arriver une heure plus tard.',
      'Une annonce déjà téléchargée reste dans LibreTime quand l’activité est annulée : effacez-la.',
      'Ce flux ne porte que les annonces qui ont une voix, qu’une deuxième personne a envoyées, et dont le lieu est public.',
      takeTheSheet
    ]
  },
  {
    name: 'AzuraCast',
    use: 'AzuraCast publie des podcasts, mais n’en lit pas. Il ne lit pas d’agenda non plus. Les annonces se mettent à la main.',
    feed: 'spots.rss',
    steps: [
      'Ouvrez l’adresse ci-dessus, ou la page de l’activité, et téléchargez le son (MP3 ou Ogg).',
      'Dans « Media » → « Music Files », envoyez le fichier dans un dossier, par exemple « Annonces ».',
      'Mettez ce dossier dans une « Playlist », et donnez-lui ses heures et sa date de fin : le jour de l’activité.'
    ],
    beware: [
      'N’ajoutez pas l’adresse comme « Remote URL » : AzuraCast y attend un flux audio ou une liste M3U ou PLS.',
      'Effacez le fichier quand l’activité est passée, déplacée ou annulée.',
      takeTheSheet
    ]
  },
  {
    name: 'Google Agenda',
    use: 'Les activités paraissent dans l’agenda de la rédaction.',
    feed: 'events.ics',
    steps: [
      'Sur un ordinateur, ouvrez Google Agenda.',
      'À côté de « Autres agendas », appuyez sur « + », puis « À partir de l’URL ».',
      'Collez l’adresse ci-dessus, puis « Ajouter un agenda ».'
    ],
    beware: [
      'Google relit l’adresse quand il veut : le plus souvent après 8 à 24 heures. On ne peut pas le presser.',
      'Ne comptez donc pas sur lui pour une annulation du jour même.',
      takeTheSheet
    ]
  },
  {
    name: 'Thunderbird',
    use: 'Les activités paraissent dans l’agenda de l’ordinateur du studio.',
    feed: 'events.ics',
    steps: [
      'Menu « Fichier » → « Nouveau » → « Agenda », puis « Sur le réseau ».',
      'Collez l’adresse ci-dessus. Laissez le nom d’utilisateur vide et le format « iCalendar (ICS) ».',
      'Donnez un nom à l’agenda, puis « S’abonner ».'
    ],
    beware: [
      'Thunderbird relit l’adresse toutes les 30 minutes. Le délai se change dans les propriétés de l’agenda.',
      'Une activité annulée y reste 30 jours, barrée ou marquée « annulée ».',
      takeTheSheet
    ]
  }
];
