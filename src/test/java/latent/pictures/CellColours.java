package latent.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean colours of a picture's 4 by 4 cells: few numbers, which every turn, mirroring, cut or other colour space changes.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param cells  row by row, each red, green and blue as far as they are there, and alpha, 0 to 255
 */
public record CellColours(int width, int height, List<Integer> cells) {
    private static final int CELLS = 4;

    public static CellColours of(BufferedImage picture) {
        List<Integer> cells = new ArrayList<>();
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                addCell(picture, column, row, cells);
            }
        }
        return new CellColours(picture.getWidth(), picture.getHeight(), cells);
    }

    private static void addCell(BufferedImage picture, int column, int row, List<Integer> cells) {
        int right = picture.getWidth() * (column + 1) / CELLS;
        int bottom = picture.getHeight() * (row + 1) / CELLS;
        long[] sums = new long[CELLS];
        int count = 0;
        for (int y = picture.getHeight() * row / CELLS; y < bottom; y++) {
            for (int x = picture.getWidth() * column / CELLS; x < right; x++) {
                int argb = picture.getRGB(x, y);
                int alpha = argb >>> 24;
                sums[0] += (long) (argb >> 16 & 0xff) * alpha;
                sums[1] += (long) (argb >> 8 & 0xff) * alpha;
                sums[2] += (long) (argb & 0xff) * alpha;
                sums[3] += 255L * alpha;
                count++;
            }
        }
        for (long sum : sums) {
            cells.add((int) Math.round(sum / (255.0 * count)));
        }
    }

    public String size() {
        return width + "x" + height;
    }

    /**
     * The first cell that is further away than this, or nothing.
     *
     * @param expected cells as {@code RRGGBBAA}, colours not multiplied by alpha, with spaces between
     */
    public String difference(String expected, int levels) {
        String[] words = expected.split(" ", -1);
        for (int cell = 0; cell < words.length; cell++) {
            int[] wanted = new int[4];
            for (int i = 0; i < 4; i++) {
                wanted[i] = Integer.parseInt(words[cell].substring(2 * i, 2 * i + 2), 16);
            }
            for (int i = 0; i < 4; i++) {
                int right = i < 3 ? wanted[i] * wanted[3] / 255 : wanted[3];
                if (Math.abs(right - cells.get(4 * cell + i)) > levels) {
                    return "cell %d is %s, not %s".formatted(cell, cells.subList(4 * cell, 4 * cell + 4), words[cell]);
                }
            }
        }
        return "";
    }
}
