import SessionEngine

/// The people of the sample session, all made up.
enum SamplePeople {
  static let roster: [Delegate.Profile] = [
    police("Amira Castellane", "Northmoor Police", "Detective Superintendent", ["investigation"]),
    academic(
      "Rufus Okonjo-Hale", "University of Eastmere", "Professor", ["criminology", "networks"]),
    partner("Delphine Marrow", "Saltness Port Authority", "Head of Security", ["ports"]),
    police("Tobias Quillfeather", "Northmoor Police", "Analyst", ["network analysis", "mapping"]),
    academic("Ines Valderrabano", "Harrowgate Fell University", "Senior Lecturer", ["economics"]),
    partner("Gethin Ashgrove", "Brackwater Council", "Licensing Manager", ["licensing"]),
    police("Saoirse Penhallow", "Wexmere Constabulary", "Detective Inspector", ["cyber"]),
    academic("Kwabena Thistlewood", "University of Eastmere", "Research Fellow", ["data science"]),
    partner("Marguerite Sallow", "Tidewell Building Society", "Fraud Lead", ["payments", "fraud"]),
    police("Idris Fairweather", "Regional Unit North", "Intelligence Manager", ["intelligence"]),
    academic("Noor Brambling", "Harrowgate Fell University", "Doctoral Researcher", ["interviews"]),
    partner("Callum Drystone", "Kestrel Road Freight", "Operations Director", ["logistics"]),
    police("Beatrix Lorne", "Wexmere Constabulary", "Sergeant", ["neighbourhoods"]),
    academic("Hiroshi Cranleigh-Abe", "University of Eastmere", "Reader", ["law"]),
    partner("Oluwaseun Pike", "Lanternlight Trust", "Youth Worker", ["exploitation", "schools"]),
    police("Magnus Ferrow", "Regional Unit North", "Financial Investigator", ["accountancy"]),
    academic(
      "Leontyne Moss", "Harrowgate Fell University", "Professor", ["evaluation", "statistics"]),
    partner(
      "Yusuf Hallowell", "Brackwater Council", "Trading Standards Officer", ["supply chains"]),
    police("Petra Windlass", "Northmoor Police", "Chief Inspector", ["prevention"]),
    academic("Ambrose Teale", "University of Eastmere", "Lecturer", ["history", "strategy"]),
    partner(
      "Fionnuala Greaves", "Meridian Vale Health Board", "Public Health Lead", ["prevention"]),
    police("Cosmo Ravensdale", "Wexmere Constabulary", "Detective Constable", ["phones"]),
    partner("Zinnia Hartlock", "Saltness Port Authority", "Data Officer", ["data", "customs"]),
    police("Ludovic Sparrow", "Regional Unit North", "Analyst", ["open sources"]),
  ]

  /// Who was expected and did not come.
  static let absent: Set<String> = ["Hiroshi Cranleigh-Abe", "Ludovic Sparrow"]

  /// Who came without being expected.
  static let walkIn = partner(
    "Wilhelmina Stroud", "Tidewell Building Society", "Cash Services", ["cash", "payments"])

  private static func police(
    _ name: String, _ organisation: String, _ role: String, _ skills: [String]
  ) -> Delegate.Profile {
    Delegate.Profile(
      name: name, organisation: organisation, sector: "police", role: role, skills: skills)
  }

  private static func academic(
    _ name: String, _ organisation: String, _ role: String, _ skills: [String]
  ) -> Delegate.Profile {
    Delegate.Profile(
      name: name, organisation: organisation, sector: "academia", role: role, skills: skills)
  }

  private static func partner(
    _ name: String, _ organisation: String, _ role: String, _ skills: [String]
  ) -> Delegate.Profile {
    Delegate.Profile(
      name: name, organisation: organisation, sector: "partner", role: role, skills: skills)
  }
}
