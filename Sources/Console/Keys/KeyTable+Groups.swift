import Terminal

// Groups, and mixing them.
extension KeyTable {
  static let groups: [Binding] = [
    Binding(
      .seatNext, ">", [.groups], "to next group", "Move the delegate to the next group.",
      footer: 2),
    Binding(
      .seatPrevious, "<", [.groups], "to group before",
      "Move the delegate to the group before."),
    Binding(.tableAfter, "Right", [.groups], "next group", "Go to the next group."),
    Binding(.tableBefore, "Left", [.groups], "group before", "Go to the group before."),
    Binding(
      .seatAt, "m Enter", [.groups], "move", "Move the delegate to a group of your choice.",
      footer: 1),
    Binding(
      .mix, "d", [.groups], "mix",
      "Mix the delegates: look for the best groups, and take them when they are good enough.",
      footer: 3),
    Binding(
      .swap, "s", [.groups], "swap",
      "Swap the delegate with another; each with what that would do to the mix.", footer: 6),
    Binding(
      .repair, "R", [.groups], "repair",
      "After no-shows and walk-ins: the fewest moves that put the groups right.", footer: 7),
    Binding(.together, "t", [.groups], "together", "The delegate and another share a group."),
    Binding(.apart, "a", [.groups], "apart", "The delegate and another do not share a group."),
    Binding(
      .host, "h", [.groups], "host", "The delegate hosts this group and stays, or no longer does."),
    Binding(.pin, "P", [.groups], "pin", "The delegate stays in this group for now, or no longer."),
    Binding(.wishes, "w", [.groups, .mixing], "wishes", "What is wished; choose one to drop it."),
    Binding(.groupCount, "f", [.groups], "how many", "Set how many groups there are.", footer: 4),
    Binding(
      .assignPriority, "p", [.groups], "priority",
      "Say which priority this group works on in this round.", footer: 5),
    Binding(.renameGroup, "r", [.groups], "rename", "Give this group another name."),
  ]

  static let mixing: [Binding] = [
    Binding(
      .takeMix, "Enter", [.mixing], "take", "Take these groups (u takes it back).", footer: 1),
    Binding(
      .leaveMix, "Esc q", [.mixing], "leave", "Leave everybody where they sit.", footer: 2),
    Binding(
      .nextPicture, "Tab Right", [.mixing], "next", "Show the next trait, or the next round.",
      footer: 3),
    Binding(.previousPicture, "S-Tab Left", [.mixing], "before", "The other way."),
    Binding(
      .mixDown, "Down PgDn", [.mixing], "down", "Show what is below: who sits where.",
      footer: 8),
    Binding(.mixUp, "Up PgUp", [.mixing], "up", "Show what is above."),
    Binding(
      .mixBalance, "b", [.mixing], "balance", "What to spread evenly, and how much each counts.",
      footer: 6),
    Binding(
      .mixCover, "c", [.mixing], "cover",
      """
      What every group is to have: every value of a column, or some (skills=law;data); skills=law@2 \
      asks it of those at priority 2.
      """,
      footer: 7),
    Binding(.mixSizes, "z", [.mixing], "sizes", "How many people a group has.", footer: 5),
    Binding(
      .mixRounds, "r", [.mixing], "rounds",
      "Whether groups keep their priority, move on, or people mix in every round; how many rounds.",
      footer: 4),
    Binding(.restMix, "Space", [.mixing], "rest", "Stop looking for better, or go on."),
    Binding(.help, "?", [.mixing], "all keys", "Every key that works here.", footer: 9),
    Binding(.mixAnew, "n", [.mixing], "anew", "Begin anew from another start."),
  ]
}
