package latent.render.header;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The colours in the usability information of a sequence parameter set of HEVC (ITU-T H.265, 7.3.2.2 and annex E), with all that stands before it. */
final class HevcColours {
    private static final int MOST_REFERENCE_SETS = 64;
    private static final int MOST_PICTURES = 16;
    private static final int MOST_LONG_TERM_PICTURES = 32;
    private static final int OTHER_SHAPE = 255;
    private static final int LARGEST_LIST = 64;

    /** Those before the picture and then those after it, each from the nearest on (formulas 7-61 and 7-62). */
    private static final Comparator<Long> IN_ORDER =
            Comparator.comparing((Long distance) -> distance > 0).thenComparingLong(Math::abs);

    private final HevcBits bits;
    private final List<List<Long>> referenceSets = new ArrayList<>();

    private HevcColours(HevcBits bits) {
        this.bits = bits;
    }

    /**
     * From a NAL unit of this kind.
     *
     * @return empty where it says nothing of colours
     */
    static Optional<CodePoints> of(Cursor nal) {
        HevcBits bits = HevcSequence.bits(nal);
        HevcSequence sequence = HevcSequence.of(bits);
        return new HevcColours(bits).behind(sequence);
    }

    private Optional<CodePoints> behind(HevcSequence sequence) {
        int countBits = (int) Math.min(bits.unsigned(), 12) + 4;
        for (int layers = bits.flag() ? sequence.subLayers() : 0; layers >= 0; layers--) {
            skipNumbers(3);
        }
        skipNumbers(6);
        if (bits.flagAndNext()) {
            skipScalingLists();
        }
        bits.skip(2);
        if (bits.flag()) {
            bits.skip(8);
            skipNumbers(2);
            bits.skip(1);
        }
        skipReferenceSets();
        if (bits.flag()) {
            long pictures = atMost(MOST_LONG_TERM_PICTURES, bits.unsigned());
            bits.skip((int) pictures * (countBits + 1));
        }
        bits.skip(2);
        return bits.flag() ? inUsabilityInformation() : Optional.empty();
    }

    private Optional<CodePoints> inUsabilityInformation() {
        if (bits.flag() && bits.number(8) == OTHER_SHAPE) {
            bits.skip(32);
        }
        if (bits.flag()) {
            bits.skip(1);
        }
        if (!bits.flag()) {
            return Optional.empty();
        }
        bits.skip(4);
        return bits.flag() ? Optional.of(CodePoints.next(bits)) : Optional.empty();
    }

    private void skipNumbers(int count) {
        for (int i = 0; i < count; i++) {
            bits.unsigned();
        }
    }

    /** 7.3.4. */
    private void skipScalingLists() {
        for (int size = 0; size < 4; size++) {
            for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
                if (!bits.flag()) {
                    bits.unsigned();
                } else {
                    skipNumbers(Math.min(LARGEST_LIST, 16 << (2 * size)) + (size > 1 ? 1 : 0));
                }
            }
        }
    }

    /** 7.3.7. A set that is told by an earlier one has as many flags as that has pictures, so that these must be counted. */
    private void skipReferenceSets() {
        long sets = atMost(MOST_REFERENCE_SETS, bits.unsigned());
        for (int set = 0; set < sets; set++) {
            referenceSets.add(set > 0 && bits.flag() ? byTheLast() : onItsOwn());
        }
    }

    private List<Long> onItsOwn() {
        long before = atMost(MOST_PICTURES, bits.unsigned());
        long after = atMost(MOST_PICTURES, bits.unsigned());
        List<Long> pictures = new ArrayList<>();
        addInOrder(pictures, before, -1);
        addInOrder(pictures, after, 1);
        return pictures;
    }

    private void addInOrder(List<Long> pictures, long count, int direction) {
        long distance = 0;
        for (int i = 0; i < count; i++) {
            distance += direction * (bits.unsigned() + 1);
            bits.skip(1);
            pictures.add(distance);
        }
    }

    private List<Long> byTheLast() {
        long sign = bits.flag() ? -1 : 1;
        long shift = sign * (bits.unsigned() + 1);
        List<Long> pictures = new ArrayList<>();
        for (long picture : referenceSets.getLast()) {
            addIfUsed(pictures, picture + shift);
        }
        addIfUsed(pictures, shift);
        atMost(MOST_PICTURES, pictures.size());
        pictures.sort(IN_ORDER);
        return pictures;
    }

    private void addIfUsed(List<Long> pictures, long distance) {
        boolean used = bits.flagOrNext();
        if (used && distance != 0) {
            pictures.add(distance);
        }
    }

    private static long atMost(long most, long count) {
        if (count > most) {
            throw Broken.header("its parameters are none of HEVC");
        }
        return count;
    }
}
