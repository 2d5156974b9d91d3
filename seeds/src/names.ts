/** Names as a telephone book of the region would show them; each family name comes with first names of its family. */
export interface NamePool {
  readonly weight: number;
  readonly families: readonly string[];
  /** First names by sex: those of people over 55, of adults, of children. */
  readonly F: readonly [readonly string[], readonly string[], readonly string[]];
  readonly M: readonly [readonly string[], readonly string[], readonly string[]];
}

const words = (text: string) => text.trim().split(/\s*[,\n]\s*/);

const northern: NamePool = {
  weight: 62,
  families:
    words(`ALLARD, ANDRÉ, BARON, BAUDOUIN, BERTRAND, BILLIET, BLANCHARD, BOCQUET, BOITEL, BONTE, BOUTRY, BRASSEUR,
    BULTEEL, CAMBIER, CARETTE, CARLIER, CATTEAU, CAUDRON, CHRISTIAENS, CLAEYS, COPPIN, CORNILLE, COUSIN, CUVELIER, DEBRUYNE,
    DECLERCK, DECOSTER, DEFRANCE, DEHAENE, DELANNOY, DELCOURT, DELEPLANQUE, DELMOTTE, DELVALLÉE, DEPOORTER, DEROO, DESCAMPS,
    DESROUSSEAUX, DEVAUX, DEWAELE, DHONDT, DUBRULLE, DUFOUR, DUHEM, DUMORTIER, DURIEZ, FAUCHER, FIÉVET, FLAMENT, FOURNIER,
    GHESQUIÈRE, GOSSELIN, GRUSON, HENNEBELLE, HERBIN, HOUZÉ, HUYGHE, JACQUEMART, LABBE, LAMBLIN, LECOMPTE, LEFÈVRE, LEGRAND,
    LEMAN, LENOIR, LEPOUTRE, LEROUX, LESTIENNE, LHERMITTE, LIÉNARD, LORTHIOIS, MAES, MALLET, MARESCAUX, MATHON, MEURISSE,
    MOREL, MOUTON, PARMENTIER, PLANCKE, POLLET, PRÉVOST, QUENNESSON, RAMON, ROGER, ROUSSELLE, SÉNÉCHAL, SIX, STIEVENARD,
    TAVERNE, THIBAUT, TIBERGHIEN, VANHOUTTE, VANDENBROUCKE, VANDERMEERSCH, VERBEKE, VERCRUYSSE, VERMEULEN, WATTEAU, WILLOT`),
  F: [
    words(`Jeannine, Monique, Paulette, Thérèse, Marie-Thérèse, Nicole, Ginette, Bernadette, Chantal, Michèle, Claudine,
      Françoise, Danielle, Brigitte, Annie, Colette, Yvette, Régine, Marie-Claude, Évelyne`),
    words(`Sandrine, Céline, Aurélie, Stéphanie, Élodie, Virginie, Delphine, Audrey, Pauline, Marion, Laura, Justine,
      Caroline, Mélanie, Charlotte, Anaïs, Julie, Sophie, Hélène, Amandine, Claire, Émilie, Manon, Perrine`),
    words(
      'Louise, Jade, Alice, Emma, Rose, Ambre, Romy, Léna, Anna, Juliette, Camille, Agathe, Margaux, Zélie, Capucine',
    ),
  ],
  M: [
    words(`Michel, Jean-Pierre, André, Roger, Claude, Bernard, Gérard, Daniel, Jean-Claude, Serge, Francis, Raymond,
      Christian, Alain, Jacky, Jean-Marie, Patrick, Guy, Yves, Marcel`),
    words(`Nicolas, Sébastien, Julien, Guillaume, Maxime, Thomas, Alexandre, Benoît, Romain, Jérôme, Cédric, Antoine,
      Vincent, Mathieu, Florian, Grégory, Arnaud, Quentin, Rémi, Olivier, Simon, Xavier`),
    words(
      'Gabriel, Raphaël, Jules, Arthur, Louis, Hugo, Léon, Paul, Sacha, Gaspard, Marius, Timéo, Augustin, Malo, Baptiste',
    ),
  ],
};

const maghreb: NamePool = {
  weight: 15,
  families:
    words(`AMRANI, AÏT AHMED, BELKACEM, BENMOUSSA, BENSALEM, BOUAZZA, BOUCHIKHI, CHERIFI, DJEBBAR, EL AMRAOUI, EL MANSOURI,
    FERHAT, HADDAD, HAMMOUCHE, KADDOUR, KHELIFI, LAHLOU, MANSOURI, MEZIANE, OUALI, RAHMANI, SAÏDI, SLIMANI, TAHAR, YAHIAOUI, ZEROUAL`),
  F: [
    words('Fatima, Zohra, Khadija, Malika, Aïcha, Rachida, Yamina, Djamila'),
    words('Samira, Nadia, Karima, Sonia, Leïla, Houria, Nawel, Yasmina, Sabrina, Hanane'),
    words('Inès, Lina, Nour, Sirine, Jannah, Assia, Maryam, Lyna'),
  ],
  M: [
    words('Mohamed, Ahmed, Abdelkader, Larbi, Mustapha, Brahim, Saïd, Lakhdar'),
    words('Karim, Sofiane, Rachid, Mehdi, Nabil, Yacine, Farid, Samir, Bilal, Hakim'),
    words('Adam, Rayan, Ilyes, Amir, Naïm, Ayoub, Wassim, Younès'),
  ],
};

const africa: NamePool = {
  weight: 7,
  families: words(
    'BA, CAMARA, CISSÉ, COULIBALY, DIABATÉ, DIOP, DOUMBIA, FOFANA, KEITA, KONÉ, MBAYE, NDIAYE, NKOULOU, SIDIBÉ, SYLLA, TOURÉ',
  ),
  F: [
    words('Awa, Coumba, Fanta, Mariam, Kadiatou'),
    words('Aminata, Fatoumata, Aïssatou, Rokhaya, Grâce, Assa, Mariama'),
    words('Adama, Khady, Safiatou, Océane, Maïmouna'),
  ],
  M: [
    words('Mamadou, Amadou, Boubacar, Ousmane, Seydou'),
    words('Moussa, Ibrahim, Cheikh, Lamine, Adama, Bakary'),
    words('Ismaël, Issa, Souleymane, Kylian, Noah'),
  ],
};

const polish: NamePool = {
  weight: 5,
  families: words(
    'CZAJKA, DUDEK, JANKOWIAK, KACZMAREK, KUBIAK, LEWANDOWSKI, MAZUREK, NOWICKI, PAWLAK, SZYMANSKI, WALCZAK, WOZNIAK',
  ),
  F: [
    words('Hélène, Stanislawa, Wanda, Irène, Christine'),
    words('Katarzyna, Agnieszka, Sylvie, Nathalie, Joanna'),
    words('Lena, Maja, Élise, Zofia'),
  ],
  M: [
    words('Stanislas, Casimir, Joseph, Édouard, Richard'),
    words('Tomasz, Frédéric, Pawel, Christophe, Marek'),
    words('Adam, Filip, Mathéo, Jakub'),
  ],
};

const southern: NamePool = {
  weight: 7,
  families: words(
    'ALMEIDA, BIANCHI, CARVALHO, COSTA, DA CUNHA, DI STEFANO, DOS SANTOS, FERNANDES, LOMBARDI, MORENO, PIRES, RAMIREZ, RUSSO, TEIXEIRA',
  ),
  F: [
    words('Maria, Rosa, Conceição, Giuseppina, Dolores'),
    words('Paula, Sandra, Sílvia, Elena, Cristina'),
    words('Chiara, Lana, Matilde, Mila'),
  ],
  M: [
    words('Manuel, Antonio, José, Salvatore, Joaquim'),
    words('Nuno, Bruno, Marco, David, Luis'),
    words('Diego, Enzo, Tiago, Matteo'),
  ],
};

const asian: NamePool = {
  weight: 4,
  families: words('AYDIN, CHAU, DEMIR, HOANG, KAPLAN, LE VAN, LY, NGUYEN, PHAM, SOK, TRAN, YILDIZ, ZHANG'),
  F: [words('Thi Hoa, Emine, Kim, Fatma'), words('Linh, Elif, Mai, Esra, Sophie'), words('Defne, Lily, Azra, Maï')],
  M: [
    words('Van Minh, Hasan, Ahmet, Phuong'),
    words('Emre, Duc, Kevin, Murat, Thierry'),
    words('Eren, Ethan, Kenan, Théo'),
  ],
};

export const lilleNames: readonly NamePool[] = [northern, maghreb, africa, polish, southern, asian];

export const reunionNames: readonly NamePool[] = [
  {
    weight: 70,
    families:
      words(`BÈGUE, BOYER, CADET, DIJOUX, FONTAINE, GRONDIN, HOARAU, HUET, IVARA, LEBON, LEPERLIER, MAILLOT, MOREL, NATIVEL,
      PAYET, RIVIÈRE, ROBERT, SAUTRON, SÉRY, TÉCHER, TURPIN, VITRY`),
    F: [
      words('Marie-Paule, Gisèle, Lucette, Marie-Ange, Jacqueline'),
      words('Sabrina, Émeline, Vanessa, Magalie, Laurence'),
      words('Maëlys, Kiara, Léana, Anaëlle, Chloé'),
    ],
    M: [
      words('Jean-Marc, Expédit, Axel, Georget, Henri'),
      words('Fabrice, Ludovic, Jean-Yves, Mickaël, Dimitri'),
      words('Mathis, Lucas, Noa, Kenzo, Nolan'),
    ],
  },
  {
    weight: 30,
    families: words(
      'APAVOU, CHANE-KUNE, LAW-WAI, MOUTOUSSAMY, RAMASSAMY, SINAMAN, VIRAPATIRIN, MOUNIAPIN, AH-PINE, ISSOP',
    ),
    F: [words('Lalita, Marie-Josée, Suzanne'), words('Shanti, Nadège, Fazila, Priya'), words('Ambre, Indira, Naya')],
    M: [words('Antoine, Ramin, Soupaya'), words('Yannick, Anand, Ismaël, Laurent'), words('Rohan, Aaron, Nathan')],
  },
];
