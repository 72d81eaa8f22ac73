"""Streamlit's own words, which it offers no way to translate, and the language of the document.

A small observer in the browser (``static/chrome.js``) puts our translation in place of each English sentence below,
wherever Streamlit writes it outside of the page's own content. Sentences with a place, like ``Remove {name}``, match
whatever stands there. Collected from the frontend of Streamlit 1.67: a newer one needs a look.
"""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from momentos.locales import translator
from momentos.screen.language import LANGUAGE_COOKIE, language

STATIC = Path(__file__).parent / "static"

WHOLE_SENTENCES = (
    # uploading
    "Upload", "Add files", "Drag and drop a file here", "Drag and drop files here", "Upload directories",
    "Drag and drop directories here", "Only one file is allowed.", "File size is too small.", "Click to retry upload",
    "Download failed",
    "Unexpected error. Please try again.", "Error uploading file", "Error deleting file", "file upload",
    # choosing
    "Choose an option", "Choose options", "Choose or add an option", "Choose or add options", "Add an option",
    "Add options", "No options to select", "No options to select.", "No results", "No options", "No results found",
    "Clear value", "Clear all",
    "Select all", "Selected values", "Selectbox", "Selectbox options", "Multiselect", "Multiselect options", "Open",
    "Select...", "Type to search", "Clear entry",
    # dates
    "Choose date", "Choose date range", "Clear date", "Clear dates", "Date range", "Quick select a date range",
    "Start date", "End date", "Past Week", "Past Month", "Past 3 Months", "Past 6 Months", "Past Year", "Past 2 Years",
    "Choose a date range", "Next month", "Previous month", "Previous", "Next", "Calendar", "None", "yyyy",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.",
    # tables
    "Add row", "Delete row(s)", "Clear selection", "Download as CSV", "Search", "Close Search", "Next Result",
    "Previous Result", "Fullscreen", "Close fullscreen", "Enter fullscreen", "Exit fullscreen", "Show/hide columns",
    "Sort ascending", "Sort descending", "Autosize", "Pin column", "Unpin column", "Hide column", "Copy column name",
    "Dataframe column menu", "Format", "Automatic", "Localized", "Plain", "Compact", "Dollar", "Euro", "Yen", "Percent",
    "Scientific", "Accounting", "Distance", "Duration", "Statistics", "Count", "Distinct", "Empty", "Average", "Median",
    "Minimum", "Maximum", "Range", "Sum", "Values", "Standard deviation", "25th percentile", "75th percentile",
    "Average length", "Minimum length", "Maximum length", "Distribution histogram", "Top values frequency chart",
    "True/false distribution chart", "Edit", "Cancel (Escape)", "Loading...", "Failed to load data", "Invalid input.",
    "Rename", "Next page", "Previous page", "Pagination", "empty", "Based on sample", "No data",
    # writing
    "Show password", "Hide password",
    "Press Enter to apply", "Press Enter to submit form", "Number is above the allowed range.",
    "Number is below the allowed range.",
    # the frame of the application
    "Main menu", "Menu", "Rerun", "Stop", "Settings", "Print", "Record screen", "Record a screencast", "About",
    "Get help", "Report a bug", "Clear cache", "Auto rerun", "Theme", "Appearance", "Light", "Dark", "System",
    "Use system setting", "Custom Theme Light", "Custom Theme Dark", "Custom Theme Auto", "Wide mode", "Close",
    "Cancel", "Dismiss", "Copied", "Copy", "Copy to clipboard", "Notifications", "Running...", "Stopping...",
    "App Logo",
    "App pages", "Sidebar", "Collapse sidebar", "Expand sidebar", "Navigate to home page", "Skip to main content",
    "Scroll tabs left", "Scroll tabs right", "View less", "Help", "Retry", "Try again", "Continue anyway", "More",
    "Toolbar action", "Metric", "Expander", "Made with Streamlit", "Made with Streamlit v",
    # trouble
    "Connection error", "Connecting", "CONNECTING", "Connection closed", "Connection timed out.", "Network error",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:",
    "Streamlit server is not responding. Are you connected to the internet?", "Script execution error",
    "Please wait...", "Reconnected to server.", "Page not found", "Error", "Unknown error", "Unable to connect",
    "Connection lost. Please wait for the app to reconnect, then try again.", "Request timed out",
    "The page that you have requested does not seem to exist", "You do not have access to this app",
)  # fmt: skip

SENTENCES_WITH_PLACES = (
    "{size} per file", "{size} per file • {types}", "{type} files are not allowed.", "Remove {name}", "View {n} more",
    "Select all ({n})", "Select {n} matches", "Help for {name}", "Page {n}", "{name} start date", "{name} end date",
    "File must be {size} or smaller.", "{name} — start", "{name} — end",
    "You can only select up to {n} options. Remove an option first.",
    "You can only select up to {n} option. Remove an option first.",
    "{page}. Running the app's main page.", "Press {key}+Enter to apply", "Save ({key}+Enter)",
    "The page that you have requested does not seem to exist. Running the app's main page.{rest}",
    "day, {name}", "month, {name}", "year, {name}", "Choose date, {name}", "Choose date range, {name}",
    "Show/hide columns: {name}", "Download as CSV: {name}", "Search: {name}", "Fullscreen: {name}",
    "Close fullscreen: {name}", "Add row: {name}", "Delete row(s): {name}", "Clear selection: {name}",
)  # fmt: skip


def dress_frame() -> None:
    """Set the document's language, remember it in a cookie, translate Streamlit's own words, add our styles."""
    st.html(STATIC / "frame.css")
    st.html(_script(language()), unsafe_allow_javascript=True)


@cache
def _script(code: str) -> str:
    source = (STATIC / "chrome.js").read_text(encoding="utf-8")
    settings = {"language": code, "cookie": LANGUAGE_COOKIE, **words_of_frame(code)}
    return f"<script>{source}({json.dumps(settings, ensure_ascii=False)})</script>"


def words_of_frame(code: str) -> dict[str, dict[str, str]]:
    """Every sentence of Streamlit's that we translate into this language, whole ones and ones with places."""
    translate = translator(code)
    return {
        name: {sentence: translate(sentence) for sentence in sentences if translate(sentence) != sentence}
        for name, sentences in (("whole", WHOLE_SENTENCES), ("withPlaces", SENTENCES_WITH_PLACES))
    }
