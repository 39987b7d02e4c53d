package latent.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what was said, from the weakest source to the strongest: defaults, file, environment, flags. */
public final class SettingSources {
    private final Map<Setting, SettingValue> said = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    public SettingSources() {
        for (Setting setting : Setting.values()) {
            said.put(setting, new SettingValue(setting, setting.defaultValue(), "default"));
        }
    }

    /** Takes values by setting name; a name that is none is a problem. */
    public SettingSources with(Map<String, String> values, String source) {
        values.forEach((name, value) -> Setting.named(name)
                .ifPresentOrElse(
                        setting -> said.put(setting, new SettingValue(setting, value.strip(), source)),
                        () -> problems.add("there is no setting " + name + " (" + source + ")")));
        return this;
    }

    /** Something that should have said values could not be read. */
    public SettingSources withProblem(String sentence) {
        problems.add(sentence);
        return this;
    }

    /** Takes values by variable name. Others are other programs' business. */
    public SettingSources withEnvironment(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null) {
                said.put(setting, new SettingValue(setting, value.strip(), setting.variable()));
            }
        }
        return this;
    }

    /** Everything that holds now, in the order of {@link Setting}. */
    public List<SettingValue> effective() {
        return List.copyOf(said.values());
    }

    /**
     * The one value.
     *
     * @throws ConfigurationException with every problem there is
     */
    public Settings read() {
        return new SettingsReader(said, problems).read();
    }
}
