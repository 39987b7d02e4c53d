package latent.config;

import static latent.config.Setting.*;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import latent.key.Alphabet;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.key.RequestedSize;
import latent.key.Signing;

/** Makes the rules of keys out of texts. */
record KeysReader(SettingParser values) {
    Settings.Keys read() {
        KeyRules plain = new KeyRules(
                values.choice(KEYS_ALPHABET, Alphabet.class, Alphabet.SAFE),
                values.integer(KEYS_MAX_SIDE, 1, 16_384),
                Map.of());
        KeyRules rules = values.parsed(
                KEYS_PRESETS,
                values.text(KEYS_PRESETS),
                text -> new KeyRules(plain.alphabet(), plain.maxSide(), KeyTexts.pairs(values.list(KEYS_PRESETS))),
                plain);
        return new Settings.Keys(rules, ladder(plain), signing());
    }

    private Ladder ladder(KeyRules rules) {
        Set<RequestedSize> rungs = new LinkedHashSet<>();
        for (String rung : values.list(KEYS_LADDER)) {
            RequestedSize box = values.parsed(KEYS_LADDER, rung, KeyTexts::box, new RequestedSize(1, 1));
            if (Math.max(box.width(), box.height()) > rules.maxSide()) {
                values.problem("keys.ladder has " + rung + ", which keys.max-side=" + rules.maxSide() + " refuses");
            }
            rungs.add(box);
        }
        return new Ladder(rungs);
    }

    private Signing signing() {
        return values.parsed(
                KEYS_SIGNING_SECRETS,
                values.text(KEYS_SIGNING_SECRETS),
                text -> new Signing(values.list(KEYS_SIGNING_SECRETS)),
                Signing.OFF);
    }
}
