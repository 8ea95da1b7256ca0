package eu.vitrine.formats;

import java.util.List;
import java.util.Map;

/**
 * The cells of a table file, as text.
 *
 * @param file its name
 * @param headers first row
 * @param rows the rows below, without those that are empty
 * @param decimalComma whether "1,5" is likelier one and a half than a list of two
 * @param remarks what else was seen, such as further sheets that are not read
 */
record Table(String file, List<String> headers, List<Row> rows, boolean decimalComma, List<Remark> remarks) {

    /** Rows read at most. */
    static final int MOST_ROWS = 10_000;
    /** Columns read at most; all facts of a kind with source, date and note are fewer. */
    static final int MOST_COLUMNS = 1_000;
    /** Characters in a cell at most, as many as a spreadsheet takes. */
    static final int MOST_CHARACTERS = 32_767;

    /**
     * @param line of the row's beginning in a text file, or number of the row in a sheet; from 1
     * @param cells as many as there are headers
     * @param faults what makes a cell unusable, in a sentence, by column
     */
    record Row(int line, List<String> cells, Map<Integer, String> faults) {
        Row {
            cells = List.copyOf(cells);
            faults = Map.copyOf(faults);
        }
    }

    Table {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }
}
