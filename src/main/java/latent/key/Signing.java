package latent.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Signatures of keys, as {@code terraform/functions/signature.js} reads them too: the last option, {@code s-} and the first 32 hexadecimal
 * digits of HMAC-SHA256 (RFC 2104) over the key without it and without {@code .format}. So one signature is good for every format, among
 * which the edge chooses after it has checked.
 *
 * @param secrets the first signs, and a signature by any is accepted: two while one is being replaced by the next; none means that keys are
 *     not signed
 */
public record Signing(List<String> secrets) {
    /** Keys are not signed, and a signature is no option. */
    public static final Signing OFF = new Signing(List.of());

    private static final int MOST_SECRETS = 2;
    private static final int LEAST_CHARACTERS = 20;
    private static final int DIGITS = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SIGNED = Pattern.compile("(?<text>.+)_(?<signature>s-[0-9a-f]{" + DIGITS + "})");

    public Signing {
        secrets = List.copyOf(secrets);
        if (secrets.size() > MOST_SECRETS || secrets.stream().anyMatch(secret -> secret.length() < LEAST_CHARACTERS)) {
            throw new IllegalArgumentException(
                    "at most " + MOST_SECRETS + " secrets, each of at least " + LEAST_CHARACTERS + " characters");
        }
    }

    /** True when keys are signed here. */
    public boolean on() {
        return !secrets.isEmpty();
    }

    /** A stem's own text, and the signature behind it. */
    record Stem(String text, Optional<String> signature) {}

    /** Takes a stem apart; where keys are not signed all of it is text, so that a signature there is an unknown option. */
    Stem split(String stem) {
        if (!on()) {
            return new Stem(stem, Optional.empty());
        }
        Matcher signed = SIGNED.matcher(stem);
        return signed.matches()
                ? new Stem(signed.group("text"), Optional.of(signed.group("signature")))
                : new Stem(stem, Optional.empty());
    }

    /** The signature of a key's text; empty where keys are not signed. */
    Optional<String> sign(String text) {
        return secrets.stream().findFirst().map(secret -> signature(secret, text));
    }

    /**
     * Refuses a key whose signature was not made by one of the secrets.
     *
     * @throws Refusal NOT_SIGNED
     */
    void check(Optional<String> signature, String text) {
        byte[] given = signature.orElse("").getBytes(UTF_8);
        // In the same time wherever they differ: otherwise a signature could be found digit by digit.
        boolean good = secrets.stream()
                .anyMatch(
                        secret -> MessageDigest.isEqual(signature(secret, text).getBytes(UTF_8), given));
        if (on() && !good) {
            throw new Refusal(Reason.NOT_SIGNED, "This rendition key is not signed.");
        }
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return "s-" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)), 0, DIGITS / 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Signing[secrets=" + secrets.size() + "]";
    }
}
