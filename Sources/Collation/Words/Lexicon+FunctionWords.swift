// Function words by class, after the usual grammars of English: they hold sentences together, count, compare or
// hedge, whatever these are about. Read in full, a word of these may still help to tell two texts apart; it is
// no reason for a theme and no name for a topic.
//
// Left out are those of which a noun or verb of a subject is another form ("concerning" of "concern",
// "following" of "follow"), since one stem is one term.
extension Lexicon {
  static let functionWords = Set(
    words(
      // Prepositions and particles
      """
      aboard about above across after against ahead along alongside amid amidst among amongst apart around
      aside astride at atop away back before behind below beneath beside besides between betwixt beyond
      despite down downward downwards due during except forth for from in inside inward inwards instead into
      like near nearby of off on onto opposite out outside outward outwards over past per regardless round
      since than through throughout to together toward towards under underneath unlike until unto up
      upon upward upwards versus via vs with within without worth

      """
        // Conjunctions, and adverbs that join sentences
        + """
        accordingly also although and anyhow anyway as because both but either else furthermore
        hence however if indeed lest likewise meanwhile moreover neither nevertheless nonetheless nor once or
        otherwise plus so still than then thereby therefore though thus unless until whereas whereby wherein
        whether while whilst yet

        """
          // Determiners, quantities and pronouns
          + """
          a all almost an another any anybody anyone anything anywhere both certain dozen dozens each either
          enough every everybody everyone everything everywhere few fewer he her hers herself him himself his
          hundred hundreds i it its itself least less little many me million millions mine more most much my
          myself neither no nobody none nothing nowhere oneself other others our ours ourselves plenty several
          she some somebody someone something somewhere such that the their theirs them themselves these they
          thing things this those thousand thousands various we whatever whatsoever which whichever who whoever
          whom whomever whose you your yours yourself yourselves

          """
          // Adverbs of degree, frequency, time and stance
          + """
          absolutely actually afterwards again altogether already always approximately barely basically
          beforehand certainly clearly constantly definitely elsewhere entirely especially essentially
          eventually ever exactly extremely far finally forever frequently further greatly hardly here
          hereby hitherto hugely immediately inevitably just largely lately later maybe
          merely mostly mainly nearly necessarily never normally nowadays obviously occasionally often only
          overly particularly partly perhaps possibly precisely presumably previously probably quite rarely
          rather really recently scarcely seldom simultaneously slightly somehow sometime sometimes
          somewhat soon specifically subsequently sufficiently supposedly surely terribly thereafter totally
          truly typically ultimately undoubtedly unfortunately usually utterly very whenever wherever wholly

          """
          // Auxiliaries and their short forms
          + """
          am are be been being can cannot could couldve did do does doing done gonna gotta had has have having
          hed hes is may might mightve must mustve ought shall should shouldve shes thatll thatd theyd
          theyll theyre theyve wanna was were whod wholl whos will wont would wouldve youd youll youre youve

          """
          // What is said for manners
          + """
          aye hello hey hi hmm lol oh okay ok please pls thank thanks ugh um wow yeah yep yes
          """))
}
