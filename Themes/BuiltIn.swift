/// What is compiled into the binary: plans and palettes, each a JSON file under `Resources`.
public enum BuiltIn {
  /// The plans by name, the default one first.
  public static let plans: [(name: String, json: [UInt8])] = [
    ("soc", PackageResources.soc_json),
    ("world-cafe", PackageResources.world_cafe_json),
    ("retrospective", PackageResources.retrospective_json),
    ("blank", PackageResources.blank_json),
  ]

  /// The palettes by name, the default one first.
  public static let palettes: [(name: String, json: [UInt8])] = [
    ("dark", PackageResources.dark_json),
    ("light", PackageResources.light_json),
    ("contrast", PackageResources.contrast_json),
    ("mono", PackageResources.mono_json),
  ]

  /// The palette of a name.
  public static func palette(named name: String) -> [UInt8]? {
    palettes.first { $0.name == name }?.json
  }
}
