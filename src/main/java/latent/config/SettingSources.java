package latent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects the values of all settings. A later source overrides an earlier one: defaults, file, environment, flags. */
public final class SettingSources {
    private final Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    public SettingSources() {
        for (Setting setting : Setting.values()) {
            values.put(setting, new SettingValue(setting, setting.defaultValue(), "default"));
        }
    }

    /** Takes values by setting name; an unknown name is a problem. */
    public SettingSources with(Map<String, String> given, String source) {
        given.forEach((name, value) -> named(name)
                .ifPresentOrElse(
                        setting -> values.put(setting, new SettingValue(setting, value.strip(), source)),
                        () -> problems.add("there is no setting " + name + " (" + source + ")")));
        return this;
    }

    /** Notes that a source of settings could not be read. */
    public SettingSources withProblem(String sentence) {
        problems.add(sentence);
        return this;
    }

    /** Takes the values of variables such as {@code LATENT_KEYS_MAX_SIDE}; all others are ignored. */
    public SettingSources withEnvironment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String variable = variable(setting);
            String value = environment.get(variable);
            if (value != null) {
                values.put(setting, new SettingValue(setting, value.strip(), variable));
            }
        }
        return this;
    }

    /** The value of each setting, in the order of {@link Setting}. */
    public List<SettingValue> effective() {
        return List.copyOf(values.values());
    }

    /**
     * The settings, checked and converted.
     *
     * @throws ConfigurationException with all problems in one message
     */
    public Settings read() {
        return new SettingsReader(values, problems).read();
    }

    private static Optional<Setting> named(String name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.settingName().equals(name))
                .findFirst();
    }

    private static String variable(Setting setting) {
        return "LATENT_"
                + setting.settingName()
                        .toUpperCase(Locale.ROOT)
                        .replace('.', '_')
                        .replace('-', '_');
    }
}
