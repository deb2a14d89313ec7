// The codebook.
extension Session {
  func decideNewTheme(
    _ title: String, _ definition: String, at moment: Moment
  ) throws(Refusal) -> [any Event] {
    let title = try freeThemeTitle(title, except: nil)
    return [ThemeAdded(theme: Theme(id: moment.fresh(), title: title, definition: definition))]
  }

  func decideNewTheme(
    _ title: String, of contributions: [ContributionID], at moment: Moment
  ) throws(Refusal) -> [any Event] {
    var events = try decideNewTheme(title, "", at: moment)
    for id in contributions.withoutRepeats {
      events.append(
        ContributionCoded(contribution: try standing(id).id, theme: moment.fresh(), coded: true))
    }
    return events
  }

  func decideThemeTitle(_ id: ThemeID, _ title: String) throws(Refusal) -> [any Event] {
    let theme = try present(id)
    let title = try freeThemeTitle(title, except: id)
    return title == theme.title ? [] : [ThemeRenamed(theme: id, title: title)]
  }

  func decideThemeDefinition(
    _ id: ThemeID, _ definition: String, _ keyPoints: [String]
  ) throws(Refusal) -> [any Event] {
    let theme = try present(id)
    guard (theme.definition, theme.keyPoints) != (definition, keyPoints) else { return [] }
    return [ThemeDefined(theme: id, definition: definition, keyPoints: keyPoints)]
  }

  func decideThemeMerging(_ id: ThemeID, into other: ThemeID) throws(Refusal) -> [any Event] {
    let theme = try present(id)
    let target = try present(other)
    guard id != other else {
      throw Refusal(
        "‘\(theme.title)’ cannot be merged with itself", remedy: "choose another theme")
    }
    let merged = ThemeMerged(theme: id, into: other)
    // What the theme came down to is not lost with it.
    let points = theme.keyPoints.filter { !target.keyPoints.contains($0) }
    guard !points.isEmpty else { return [merged] }
    return [
      merged,
      ThemeDefined(
        theme: other, definition: target.definition, keyPoints: target.keyPoints + points),
    ]
  }

  func decideThemeSplit(
    _ id: ThemeID, _ title: String, _ contributions: [ContributionID], at moment: Moment
  ) throws(Refusal) -> [any Event] {
    let theme = try present(id)
    let title = try freeThemeTitle(title, except: nil)
    var seen: Set<ContributionID> = []
    var chosen: [ContributionID] = []
    for contribution in contributions where seen.insert(contribution).inserted {
      let point = try standing(contribution)
      guard point.themes.contains(id) else {
        throw Refusal(
          "\(point.number.spoken) is not coded to ‘\(theme.title)’",
          remedy: "leave it out, or code it first")
      }
      chosen.append(contribution)
    }
    guard !chosen.isEmpty else {
      throw Refusal(
        "nothing would go over to ‘\(title)’", remedy: "choose the contributions that are to")
    }
    // Last, so that whoever codes finds every other theme under the key it had.
    return [
      ThemeSplit(
        theme: id, into: Theme(id: moment.fresh(), title: title), contributions: chosen,
        position: themes.count)
    ]
  }

  func decideThemeOrder(_ id: ThemeID, _ position: Int) throws(Refusal) -> [any Event] {
    _ = try present(id)
    guard themes.indices.contains(position) else {
      throw Refusal(
        "the codebook has no place \(position.adding(saturating: 1))",
        remedy: "choose from 1 to \(themes.count)")
    }
    return themes[position].id == id ? [] : [ThemeOrdered(theme: id, position: position)]
  }

  func decideHighlightOrder(
    _ id: ThemeID, _ contributions: [ContributionID]
  ) throws(Refusal) -> [any Event] {
    let theme = try present(id)
    var seen: Set<ContributionID> = []
    for contribution in contributions {
      let point = try standing(contribution)
      guard seen.insert(contribution).inserted else {
        throw Refusal("\(point.number.spoken) is in the order twice", remedy: "name it once")
      }
      guard point.isHighlighted, point.themes.contains(id) else {
        throw Refusal(
          "\(point.number.spoken) is no highlight of ‘\(theme.title)’",
          remedy: "highlight it and code it first")
      }
    }
    return (themeLineage.highlightOrder[id] ?? []) == contributions
      ? [] : [HighlightsOrdered(theme: id, contributions: contributions)]
  }

  func present(_ id: ThemeID) throws(Refusal) -> Theme {
    if let merge = themeLineage.merges[id] {
      let other = title(of: themeLineage.current(id))
      throw Refusal(
        "‘\(merge.theme.title)’ was merged into ‘\(other)’", remedy: "choose ‘\(other)’")
    }
    guard let theme = theme(id) else {
      throw Refusal("there is no such theme in the codebook", remedy: "add it first")
    }
    return theme
  }

  private func freeThemeTitle(_ text: String, except id: ThemeID?) throws(Refusal) -> String {
    let title = try named(text, "the theme’s title")
    let same = themes.first { $0.id != id && $0.title.lowercased() == title.lowercased() }
    if let same {
      throw Refusal("the codebook has a theme ‘\(same.title)’ already", remedy: "use that one")
    }
    return title
  }
}
