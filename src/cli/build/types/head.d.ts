// Written by `indicator-widgets build` from the tables of rows, options and attributes that the program itself has.
/// <reference lib="dom" />

