package latent.render.worker;

import java.io.DataInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.ShrunkPicture;

/**
 * The answers of a worker, as they are sent through its pipe. A worker that was taken over by a hostile file may send anything: lengths are checked,
 * and a sentence is cut.
 */
sealed interface WorkerReply {
    /**
     * It waits for its first job.
     *
     * @param inbox   descriptor of its {@link SharedMemory}
     * @param openTo  what its sandbox could not forbid, in single words: a system that refuses the calls
     */
    record Ready(OptionalInt inbox, List<String> openTo, String engine) implements WorkerReply {
        public Ready {
            openTo = List.copyOf(openTo);
        }

        private String print() {
            return inbox.orElse(NO_INBOX) + " " + String.join(",", openTo) + " " + engine;
        }
    }

    /**
     * What was asked for.
     *
     * @param decoded what of the original was decoded for it and lies in the worker's {@link SharedMemory} until its next job
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
    record Rendition(byte[] bytes, Optional<ShrunkPicture.Form> decoded) implements WorkerReply {}

    record Refused(Refusal refusal) implements WorkerReply {}

    /** A fault of ours; the text is for the log. */
    record Failed(String what) implements WorkerReply {}

    int MOST_BYTES = 64 << 20;
    int MOST_WORDS = 2_000;
    int NO_INBOX = -1;

    static void write(DataOutputStream out, WorkerReply answer) throws IOException {
        switch (answer) {
            case Ready ready -> text(out, 0, ready.print());
            case Rendition rendition -> rendition(out, rendition);
            case Refused no ->
                text(
                        out,
                        2,
                        no.refusal().reason() + " " + no.refusal().sentence() + "\n"
                                + no.refusal().detail());
            case Failed fault -> text(out, 3, fault.what());
        }
        out.flush();
    }

    static WorkerReply read(DataInput in) throws IOException {
        int kind = in.readByte();
        int length = in.readInt();
        boolean rendition = kind == 1 || kind == 4;
        if (length < 0 || length > (rendition ? MOST_BYTES : MOST_WORDS)) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] block = new byte[length];
        in.readFully(block);
        if (rendition) {
            return new Rendition(block, kind == 4 ? Optional.of(DecodedPictureCodec.read(in)) : Optional.empty());
        }
        String text = new String(block, StandardCharsets.UTF_8);
        return switch (kind) {
            case 0 -> ready(text);
            case 2 -> new Refused(refusal(text));
            case 3 -> new Failed(text);
            default -> throw new IOException("no such answer: " + kind);
        };
    }

    private static Ready ready(String text) throws IOException {
        String[] parts = text.split(" ", 3);
        if (parts.length < 3) {
            throw new IOException("no such greeting");
        }
        try {
            int inbox = Integer.parseInt(parts[0]);
            List<String> openTo = parts[1].isEmpty() ? List.of() : List.of(parts[1].split(",", -1));
            return new Ready(inbox == NO_INBOX ? OptionalInt.empty() : OptionalInt.of(inbox), openTo, parts[2]);
        } catch (NumberFormatException e) {
            throw new IOException("no such inbox", e);
        }
    }

    private static Refusal refusal(String text) throws IOException {
        int space = text.indexOf(' ');
        String[] lines = text.substring(space + 1).split("\n", 2);
        try {
            return new Refusal(Reason.valueOf(text.substring(0, Math.max(space, 0))), lines[0])
                    .withDetail(lines.length > 1 ? lines[1] : "");
        } catch (IllegalArgumentException e) {
            throw new IOException("no such refusal", e);
        }
    }

    private static void rendition(DataOutputStream out, Rendition rendition) throws IOException {
        if (rendition.bytes().length > MOST_BYTES) {
            write(out, new Refused(new Refusal(Reason.TOO_LARGE, "The rendition's file would be too large.")));
        } else {
            block(out, rendition.decoded().isPresent() ? 4 : 1, rendition.bytes());
            if (rendition.decoded().isPresent()) {
                DecodedPictureCodec.write(out, rendition.decoded().get());
            }
        }
    }

    private static void text(DataOutputStream out, int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        block(out, kind, bytes.length <= MOST_WORDS ? bytes : java.util.Arrays.copyOf(bytes, MOST_WORDS));
    }

    private static void block(DataOutputStream out, int kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
