//! What is typed is written before anything else is done with the project: saved, closed, left. A
//! field that is written while it is typed in is one step to undo, however often it rested.

use crate::ui::app::App;
use crate::ui::command::Command;
use crate::ui::widgets::field;
use egui::{Context, Id, ViewportCommand};

/// Passing state.
#[derive(Debug, Default)]
pub(super) struct Typing {
    /// The field that is being typed in, and the revision of the project that it made last.
    stay: Option<(Id, u64)>,
    /// What waits for the frame in which the field is written.
    waiting: Vec<Command>,
    /// The window closes once it is.
    closes: bool,
}

impl App {
    /// Runs what the last frame asked for.
    pub(super) fn run_all(&mut self, ctx: &Context) {
        let commands = std::mem::take(&mut self.commands);
        let edits = commands.iter().filter(|one| matches!(one, Command::Do(_))).count();
        // With another change of the same frame, which one is of the field is not known.
        let gesture = field::gesture(ctx).filter(|_| edits == 1);
        for command in commands {
            match (command, gesture) {
                (Command::Do(edit), Some(id)) => {
                    if self.typing.stay == Some((id, self.session.project.revision())) {
                        self.session.project.amend(edit);
                    } else {
                        self.run(ctx, Command::Do(edit));
                    }
                    self.typing.stay = Some((id, self.session.project.revision()));
                }
                (command, _) => self.run(ctx, command),
            }
        }
        self.close_once_written(ctx);
    }

    /// A command that is of the whole project: run once what is typed is in it.
    pub(super) fn once_written(&mut self, ctx: &Context, command: Command) {
        if field::is_ahead(ctx) {
            field::ask(ctx);
            self.typing.waiting.push(command);
        } else {
            self.commands.push(command);
        }
    }

    /// The frame was drawn, and its fields are written: what waited comes after them.
    pub(super) fn after_fields(&mut self, ctx: &Context) {
        if field::answered(ctx) {
            self.commands.append(&mut self.typing.waiting);
            ctx.request_repaint();
        }
    }

    /// The window is asked to close while a field is typed in: it does a frame later.
    fn close_once_written(&mut self, ctx: &Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && field::is_ahead(ctx) && !self.typing.closes {
            self.typing.closes = true;
            field::ask(ctx);
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if std::mem::take(&mut self.typing.closes) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}
